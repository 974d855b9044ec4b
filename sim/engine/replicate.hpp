// One arm in one replicate, from the first day of the warm-up to the last of the run.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/engine/tally.hpp"
#include "sim/graph/network.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::engine {

/// One sponsored post of a campaign, as it was planned.
struct CampaignPost {
  std::int64_t day = 0;  ///< of the run, 0 first
  AccountId account{};
  market::Tier tier{};
  double followers = 0;  ///< at the start, people
  double price_usd = 0;

  bool operator==(const CampaignPost&) const = default;
};

/// What a campaign hired and cost.
struct CampaignOutcome {
  std::string name;
  std::array<std::int64_t, market::tiers> hired{};  ///< influencers by tier
  std::int64_t posts = 0;                           ///< made within the days that were run
  double spent_usd = 0;
  double left_over_usd = 0;
  std::vector<CampaignPost> calendar;  ///< those posts, by day and account

  bool operator==(const CampaignOutcome&) const = default;
};

/// Levels at the end of a day follow from those at the start and the changes of the days.
struct Levels {
  std::array<std::int64_t, market::tiers> living{};  ///< follow edges of the tier
  std::array<std::int64_t, market::tiers> trust{};   ///< their sum, 1/65535
  std::vector<std::array<std::int64_t, 5>> stage;    ///< per brand: consumers by Stage

  bool operator==(const Levels&) const = default;
};

/// What the levels in the morning become by the changes of a day.
void apply(const DayTally& day, Levels& levels);

struct Outcome {
  std::size_t arm = 0;
  random::Replicate replicate{};
  std::vector<DayTally> days;  ///< without the warm-up
  Levels start;                ///< on the morning of day 0
  Levels end;
  std::vector<CampaignOutcome> campaigns;
  std::uint64_t fingerprint = 0;  ///< of the final state

  bool operator==(const Outcome&) const = default;
};

/// Called after each day, warm-up included. May be empty.
using DayDone = std::function<void()>;

/// Runs it. The same outcome on any number of threads. Empty days if stopped before the end.
/// Time: in proportion to the exposures. Memory: 8 bytes per follow, 122 per consumer with one
/// brand (60 more for each further one).
Outcome run_replicate(const graph::Network& network, const Arm& arm, const RunSpec& run,
                      random::Replicate replicate, std::stop_token stop = {},
                      const DayDone& day_done = {});

/// The same of up to eight arms that share their history, side by side: what happens in all of them
/// is computed once (siblings.hpp). In the order of arms; none if stopped before the end. Memory:
/// see sibling_bytes() for each arm but the first.
std::vector<Outcome> run_arms(const graph::Network& network, std::span<const Arm* const> arms,
                              const RunSpec& run, random::Replicate replicate, std::stop_token stop,
                              const DayDone& day_done);

}  // namespace clout::engine
