// Where to spend the next replicates so that the best of many independent arms is known soonest.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::stats {

/// Shares of the budget for each arm, adding up to 1 (C.-H. Chen et al., Discrete Event Dyn. Syst.
/// 10, 2000, theorem 1): many for arms that are near the best and vary much, and the root of the
/// sum of squares for the best. greatest mean best; arms: two or more, each with a deviation.
/// indifference > 0: leads below it count as it, so that two equal arms do not take everything.
/// Arms that do not vary count as varying by a millionth of the indifference.
std::vector<double> ocba_shares(std::span<const Moments> arms, double indifference);

/// Replicates to add to each arm, `increment` in all, towards the shares of the budget spent so far
/// and this one.
std::vector<std::size_t> ocba_next(std::span<const Moments> arms, double indifference,
                                   std::size_t increment);

/// Lower bound (Bonferroni) of the chance that the arm with the greatest mean is within
/// indifference of the best: 1 less the sum of the chances of each other arm, Student's t with
/// Welch's degrees of freedom where the paper has the normal, since deviations are estimates. For
/// independent arms; with common random numbers it is too low. At least 0. Stopping as soon as it
/// is high is no guarantee: select_kn has one.
double chance_of_good_selection(std::span<const Moments> arms, double indifference);

}  // namespace clout::stats
