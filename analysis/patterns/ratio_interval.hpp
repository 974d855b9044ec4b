// Interval of a ratio whose parts are both uncertain.
#pragma once

#include <cmath>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::patterns {

/// Ratio of the means over replicates, not the mean of ratios, which a small denominator would
/// throw off; its interval by the delta method. NaN if the mean denominator is not above 0.
template <typename Each, typename Numerator, typename Denominator>
stats::MeanInterval ratio_over(const std::vector<Each>& all, Numerator numerator,
                               Denominator denominator) {
  double above = 0;
  double below = 0;
  for (const Each& each : all) {
    above += numerator(each);
    below += denominator(each);
  }
  const double ratio = below > 0 ? above / below : std::nan("");
  below /= static_cast<double>(all.size());
  std::vector<double> values;
  values.reserve(all.size());
  for (const Each& each : all)
    values.push_back(ratio + (numerator(each) - ratio * denominator(each)) / below);
  return stats::mean_interval(values);
}

}  // namespace clout::patterns
