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

double position(const Target& target, double value) {
  const double at = scaled(target, value);
  if (std::isnan(at)) return at;
  const double low = scaled_low(target) / target.unit;
  const double high = scaled(target, target.high) / target.unit;
  const double least = std::isfinite(low) ? low - farthest : high - 2 * farthest;
  const double most = std::isfinite(high) ? high + farthest : low + 2 * farthest;
  return std::isnan(least) || std::isnan(most) || !(least < most)
             ? at / target.unit
             : std::clamp(at / target.unit, least, most);
}

double miss_at(const Target& target, double position) {
  const double low = scaled_low(target) / target.unit;
  const double high = scaled(target, target.high) / target.unit;
  return std::min(std::max({0.0, low - position, position - high}), farthest);
}

double miss(const Target& target, double value) {
  const double at = position(target, value);
  if (!std::isnan(at)) return miss_at(target, at);
  return target.ratio && value == 0 && target.low <= 0 ? 0 : farthest;
}

double distance(std::span<const Target> targets, std::span<const double> statistics) {
  if (statistics.size() != targets.size()) return std::numeric_limits<double>::infinity();
  double sum = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) sum += miss(targets[i], statistics[i]);
  return sum;
}

double distance_of_known(std::span<const Target> targets, std::span<const double> statistics) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(targets.size(), statistics.size()); ++i) {
    if (!std::isnan(statistics[i])) sum += miss(targets[i], statistics[i]);
  }
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
