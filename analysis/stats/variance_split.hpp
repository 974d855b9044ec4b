// How much of an outcome's variance is due to parameters, to the graph, and to chance.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/stats/estimate.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::stats {

/// Shares of the variance of one run at a random point on a random graph; they add up to 1.
struct VarianceSplit {
  Estimate parameters;
  Estimate graph;
  Estimate chance;
  double variance = 0;  ///< of one run, in squared units of the outcome
};

/// A balanced nested design, values at each point of parameters on so many graphs of its own, each
/// with so many replicates: outcomes[(point * graphs + graph) * replicates + replicate].
struct NestedSizes {
  std::size_t points = 0;      ///< 2 or more
  std::size_t graphs = 0;      ///< 2 or more
  std::size_t replicates = 0;  ///< 2 or more
};

/// Pivots on which the intervals rest.
inline constexpr std::size_t variance_pivots = 4000;

/// Random-effects analysis of variance (S. Searle, G. Casella and C. McCulloch, Variance
/// Components, 1992, 3.6: estimates from mean squares, negative ones set to 0), with generalized
/// confidence intervals (S. Weerahandi, J. Am. Stat. Assoc. 88, 1993): mean squares divided by
/// keyed chi-squared draws. They assume normal effects. NaN where outcomes do not vary.
VarianceSplit variance_split(std::span<const double> outcomes, const NestedSizes& sizes,
                             random::Seed seed);

}  // namespace clout::stats
