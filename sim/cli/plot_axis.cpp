#include "sim/cli/plot_axis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace clout::cli {

namespace {

/// The smallest round number of at least this size.
double round_step(double size) {
  const double decade = std::pow(10, std::floor(std::log10(size)));
  for (const double digit : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (digit * decade >= size) return digit * decade;
  }
  return 10 * decade;
}

/// Least and greatest of what is defined; infinite, the wrong way round, if nothing is.
std::pair<double, double> range_of(std::span<const stats::MeanInterval> values) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const stats::MeanInterval& each : values) {
    for (const double value : {each.mean, each.low, each.high}) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  return {low, high};
}

}  // namespace

std::vector<double> PlotAxis::ticks() const {
  std::vector<double> ticks;
  // A tick that rounding put just beyond an end belongs to it.
  const double first = std::ceil(low / step - 1e-9);
  const double last = std::floor(high / step + 1e-9);
  for (double n = first; n <= last; ++n) ticks.push_back(n * step);
  return ticks;
}

PlotAxis axis_over(std::span<const stats::MeanInterval> values, double least_share) {
  auto [low, high] = range_of(values);
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (low == high) return {};
  const double step = round_step(least_share * (high - low));
  // Where 0 lies in the middle, the first tick may lie just outside.
  if (high >= -low) {
    high = std::max(high, step);
  } else {
    low = std::min(low, -step);
  }
  return {low, high, step};
}

PlotAxis axis_around(std::span<const stats::MeanInterval> values) {
  const auto [low, high] = range_of(values);
  if (!(high > low)) return axis_over(values);
  const double step = round_step(small_plot_share * (high - low));
  return {step * std::floor(low / step), step * std::ceil(high / step), step};
}

}  // namespace clout::cli
