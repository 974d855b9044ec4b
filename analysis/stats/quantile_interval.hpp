// Medians and other quantiles of skewed figures, with intervals that assume no distribution.
#pragma once

#include <cstddef>
#include <span>

namespace clout::stats {

/// NaN ends where so few values allow no interval (fewer than 6 for a median).
struct QuantileInterval {
  double value = 0;
  double low = 0;
  double high = 0;
  std::size_t count = 0;
};

/// Quantile by linear interpolation (type 7 of R. Hyndman and Y. Fan, 1996), and the narrowest pair
/// of order statistics, tails of at most 2.5% each, that holds the true quantile with at least 95%
/// (H. A. David and H. N. Nagaraja, Order Statistics, 7.1). q in (0, 1). NaN among the values makes
/// all NaN.
QuantileInterval quantile_interval(std::span<const double> values, double q);

}  // namespace clout::stats
