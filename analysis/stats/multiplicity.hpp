// Several comparisons at once: p-values that hold together.
#pragma once

#include <span>
#include <vector>

#include "analysis/stats/difference.hpp"

namespace clout::stats {

/// Two-sided p-value of Student's test that the true mean difference is 0. NaN with fewer than two
/// replicates; 1 or 0 where nothing varies.
double p_value(const Difference& difference);

/// Adjusted p-values of S. Holm (Scand. J. Stat. 6, 1979), in the order of the input: those below
/// 0.05 are all true with 95%, whatever the dependence. Never above Bonferroni's.
std::vector<double> holm(std::span<const double> p_values);

}  // namespace clout::stats
