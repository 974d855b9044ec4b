// Quantiles of values that are already in order.
#pragma once

#include <span>

namespace clout::stats {

/// Quantile by linear interpolation (type 7 of R. Hyndman and Y. Fan, 1996). sorted: ascending, at
/// least one; q in [0, 1].
double quantile_of_sorted(std::span<const double> sorted, double q);

}  // namespace clout::stats
