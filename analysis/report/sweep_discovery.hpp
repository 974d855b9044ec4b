// Scenario discovery: boxes of a sweep's settings in which an arm wins often.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/report/figures.hpp"
#include "analysis/stats/prim.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::report {

/// A quasi p-value up to which a bound is taken for more than luck.
inline constexpr double significant_quasi_p = 0.05;

/// A bound on one setting. Bounds are values of points that were run.
struct Restriction {
  std::size_t setting = 0;
  std::string text;    ///< "campaign.launch.budget_usd is 250k USD or more", "... is not micro"
  std::string words;   ///< the same with the setting's label: "launch budget is 250k USD or more"
  double quasi_p = 1;  ///< see stats::quasi_p_values
};

struct DiscoveredBox {
  std::vector<Restriction> restrictions;  ///< empty: everywhere
  std::size_t cases = 0;                  ///< in the box, and in none before it
  std::size_t wins = 0;                   ///< of them
  double coverage = 0;                    ///< of all the arm's wins, in [0, 1]
  double density = 0;                     ///< wins among the box's cases, in [0, 1]
  /// Whether it is more than a finding of the search: denser than all cases, by a significant
  /// bound.
  bool shown = false;
};

struct Discovery {
  Figure figure;
  std::size_t arm = 0;
  std::size_t cases = 0;  ///< points times replicates at which some arm has the figure
  std::size_t wins = 0;   ///< of them, of this arm
  std::vector<DiscoveredBox> boxes;
  std::string text;  ///< full sentences, of boxes those that are shown

  bool shows_boxes() const;
};

/// A case is a replicate of a point; the arm wins it with the best value of all arms there, alone.
/// Boxes by PRIM, one after the other, each among the cases that those before left, as long as one
/// is denser than these. Replicates of a point are no independent cases: quasi p-values, which are
/// too small anyway, are the smaller for it. by: name of a figure; empty: the sweep's. Throws
/// InputError for an arm (which names the option --arm) or figure that is not there.
Discovery discover(const store::SweepRecord& sweep, const std::string& arm, const std::string& by,
                   std::size_t most_boxes);

}  // namespace clout::report
