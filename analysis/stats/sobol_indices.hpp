// Sobol indices: the shares of an outcome's variance that parameters are responsible for.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/stats/estimate.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::stats {

/// Shares of the variance. Estimates may lie outside [0, 1] by their error.
struct SobolIndex {
  Estimate first;  ///< of the parameter alone
  Estimate total;  ///< of the parameter with all its interactions
};

/// Resamples on which the intervals rest.
inline constexpr std::size_t sobol_resamples = 1000;

/// Indices of all parameters from the outcomes of a Saltelli design, in its order: rows of
/// f(A), f(B), f(A with coordinate 0 of B), ... (dimensions + 2 values each; two rows or more).
/// First order: A. Saltelli et al. (Comput. Phys. Commun. 181, 2010, table 2 b), outcomes centred
/// first; total: M. Jansen (Comput. Phys. Commun. 117, 1999). Intervals: percentiles of resampled
/// rows, keyed by the seed; rows of a Sobol sequence are spread better than independent ones, so
/// intervals are rather too wide. NaN where the outcomes do not vary. Noise of a stochastic
/// outcome counts as interaction unless all points of a row have the same random numbers.
std::vector<SobolIndex> sobol_indices(std::span<const double> outcomes, std::size_t dimensions,
                                      random::Seed seed);

}  // namespace clout::stats
