#include "analysis/abc/target.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/portable_math.hpp"

namespace clout::abc {

namespace {

/// On the scale that distances are measured on; NaN where there is nothing to measure.
double scaled(const Target& target, double value) {
  if (!target.ratio) return value;
  return value > 0 ? portable::log(value) : std::numeric_limits<double>::quiet_NaN();
}

/// A ratio's lower end of 0 or below is no end.
double scaled_low(const Target& target) {
  return target.ratio && target.low <= 0 ? -std::numeric_limits<double>::infinity()
                                         : scaled(target, target.low);
}

}  // namespace

double miss(const Target& target, double value) {
  const double at = scaled(target, value);
  if (std::isnan(at)) return target.ratio && value == 0 && target.low <= 0 ? 0 : farthest;
  const double outside = std::max({0.0, scaled_low(target) - at, at - scaled(target, target.high)});
  return std::min(outside / target.unit, farthest);
}

double distance(std::span<const Target> targets, std::span<const double> statistics) {
  if (statistics.size() != targets.size()) return std::numeric_limits<double>::infinity();
  double sum = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) sum += miss(targets[i], statistics[i]);
  return sum;
}

double unit_of(const Target& target, std::vector<double> values) {
  const double half = (scaled(target, target.high) - scaled_low(target)) / 2;
  if (std::isfinite(half) && half > 0) return half;
  for (double& value : values) value = scaled(target, value);
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  if (values.size() < 4) return 1;
  std::ranges::sort(values);
  const double spread = (values[values.size() * 3 / 4] - values[values.size() / 4]) / 2;
  return spread > 0 ? spread : 1;
}

}  // namespace clout::abc
