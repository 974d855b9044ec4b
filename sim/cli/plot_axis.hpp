// The scale of a small plot.
#pragma once

#include <span>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::cli {

/// A linear scale that holds 0 and a few ticks, so that lengths from 0 compare.
struct PlotAxis {
  double low = 0;   ///< at most 0
  double high = 1;  ///< at least 0, above low
  double step = 1;  ///< between ticks

  /// Place of a value between the ends: 0 at low, 1 at high.
  double at(double value) const noexcept { return (value - low) / (high - low); }

  /// Multiples of the step from low to high, ascending: 0 and at least one other.
  std::vector<double> ticks() const;
};

/// The scale that holds every mean and interval that is defined.
PlotAxis axis_over(std::span<const stats::MeanInterval> values);

}  // namespace clout::cli
