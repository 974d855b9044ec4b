// What a study's replicates came to: per arm means with intervals, and differences to the first
// arm.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "analysis/stats/mean_interval.hpp"
#include "sim/engine/replicate.hpp"
#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

/// One line of the table.
struct Figure {
  std::string name;  ///< of the JSON key: "first_purchases"
  std::string unit;  ///< "people", "USD", "1"
  std::vector<stats::MeanInterval> of_arm;
  std::vector<stats::MeanInterval> to_first;  ///< paired difference to the first arm
};

/// Mean over replicates.
struct TierTrust {
  std::array<double, market::tiers> start{};  ///< mean trust on the morning of day 0, 0..1
  std::array<double, market::tiers> end{};
  std::array<double, market::tiers> follows_start{};
  std::array<double, market::tiers> follows_end{};
};

struct ArmSummary {
  std::string name;
  std::string note;
  std::array<double, market::tiers> hired{};  ///< influencers by tier
  double spent_usd = 0;
  double left_over_usd = 0;
  TierTrust trust;
};

struct RunSummary {
  std::string title;
  std::string question;
  std::int64_t seed = 0;
  std::int64_t days = 0;
  std::size_t replicates = 0;
  double people = 0;          ///< that the accounts stand for
  std::string headline;       ///< name of the figure that the objective asks for
  std::size_t best = 0;       ///< arm with the highest mean of the headline figure
  std::size_t runner_up = 0;  ///< equal to best if there is one arm only
  stats::MeanInterval lead;   ///< paired difference of the two
  std::vector<ArmSummary> arms;
  std::vector<Figure> figures;
};

/// Outcomes of replicates that all arms have finished, by (replicate, arm).
std::vector<engine::Outcome> complete_replicates(std::vector<engine::Outcome>&& outcomes,
                                                 std::size_t arms);

RunSummary summarise(const scenario::Scenario& study, const graph::Network& network,
                     const std::vector<engine::Arm>& arms,
                     const std::vector<engine::Outcome>& outcomes);

std::string to_table(const RunSummary& summary);
boost::json::object to_json(const RunSummary& summary);

}  // namespace clout::cli
