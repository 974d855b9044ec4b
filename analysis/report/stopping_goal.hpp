// What a study is run for: a precision, or a winner; and how far its replicates have come.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/figures.hpp"
#include "analysis/report/results.hpp"
#include "analysis/stats/stopping.hpp"

namespace clout::report {

struct StoppingGoal {
  enum class Kind {
    arms,         ///< the mean of every arm is known so well
    differences,  ///< the difference of every arm to the first is
    winner,       ///< the best arm is known
  };
  Kind kind = Kind::winner;
  Figure figure;
  stats::WantedPrecision wanted;  ///< not of a winner
};

/// An arm's mean, or its difference to the first arm, with half of the 95% interval: for
/// differences at 95% for all of them together (Bonferroni), as comparisons have them.
struct ArmPrecision {
  std::size_t arm = 0;
  double mean = 0;
  double half_width = 0;
  bool enough = false;
};

struct GoalLook {
  bool reached = false;
  bool possible = true;  ///< false: the figure is defined for too few arms to be waited for
  std::size_t needed =
      0;  ///< replicates in all, if means and spreads stay; stats::most_replicates if unknown
  std::vector<ArmPrecision> arms;     ///< those for which the figure is defined; not of a winner
  std::optional<std::size_t> winner;  ///< the arm
};

/// Looks at the replicates so far, stats::least_pilot or more. looks: how often a winner is looked
/// for at most, each time with an error rate of 0.05 / looks, so that all together are right with
/// 95% (Bonferroni). Intervals make up for repeated looks as stats::look does.
GoalLook look_at(const StoppingGoal& goal, const Results& results, std::size_t looks);

}  // namespace clout::report
