// Morris screening: which parameters matter at all, from few runs.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::stats {

/// What a parameter does along trajectories, per unit of its coordinate (that is, from one end of
/// its range to the other).
struct ElementaryEffect {
  MeanInterval mean;      ///< mu: cancels where the effect changes sign
  MeanInterval absolute;  ///< mu*: mean of absolute values; ranks parameters
  double deviation = 0;   ///< sigma: curvature or interaction
};

/// M. Morris (Technometrics 33, 1991); mu* of F. Campolongo, J. Cariboni and A. Saltelli (Environ.
/// Model. Softw. 22, 2007). points: whole trajectories of dimensions + 1 points, as design::morris
/// gives them; consecutive ones differ in one coordinate. outcomes: one for each point. Intervals
/// are Student's over trajectories, as if these were independent, that of mu*
/// cut off at 0; NaN with a single one.
std::vector<ElementaryEffect> elementary_effects(std::span<const std::vector<double>> points,
                                                 std::span<const double> outcomes);

}  // namespace clout::stats
