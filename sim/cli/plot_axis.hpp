// The scale of a small plot.
#pragma once

#include <span>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::cli {

/// A linear scale with a few ticks.
struct PlotAxis {
  double low = 0;
  double high = 1;  ///< above low
  double step = 1;  ///< between ticks

  /// Place of a value between the ends: 0 at low, 1 at high.
  double at(double value) const noexcept { return (value - low) / (high - low); }

  /// Multiples of the step from low to high, ascending.
  std::vector<double> ticks() const;
};

/// Share of the axis between ticks that leaves room for their labels: in a small plot, and where
/// the plot has a picture to itself.
inline constexpr double small_plot_share = 0.42;
inline constexpr double large_plot_share = 0.15;

/// The scale that holds 0 and every mean and interval that is defined, so that lengths from 0
/// compare: ticks at 0 and at least one other, least_share of the axis apart or more.
PlotAxis axis_over(std::span<const stats::MeanInterval> values,
                   double least_share = small_plot_share);

/// The scale from the least to the greatest of them, for levels whose changes are small. Lengths do
/// not compare on it.
PlotAxis axis_around(std::span<const stats::MeanInterval> values);

}  // namespace clout::cli
