#include <algorithm>
#include <cmath>
#include <cstdint>

#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::design {

namespace {

/// How many values a dimension of whole numbers or levels has.
std::size_t shares(const Dimension& dimension) {
  if (dimension.scale == Scale::levels) return dimension.levels.size();
  return static_cast<std::size_t>(std::llround(dimension.high - dimension.low)) + 1;
}

std::size_t share_at(const Dimension& dimension, double coordinate) {
  const std::size_t count = shares(dimension);
  CLOUT_EXPECT(count > 0);
  return std::min(static_cast<std::size_t>(coordinate * static_cast<double>(count)), count - 1);
}

double middle_of_share(std::size_t share, std::size_t count) {
  return (static_cast<double>(share) + 0.5) / static_cast<double>(count);
}

bool has_shares(const Dimension& dimension) {
  return dimension.scale == Scale::whole || dimension.scale == Scale::levels;
}

double number_of(const ParameterValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* real = std::get_if<double>(&value);
  CLOUT_EXPECT(real != nullptr);
  return *real;
}

std::size_t share_of(const Dimension& dimension, const ParameterValue& value) {
  if (dimension.scale == Scale::whole)
    return static_cast<std::size_t>(std::llround(number_of(value) - dimension.low));
  const auto found = std::find(dimension.levels.begin(), dimension.levels.end(), value);
  return static_cast<std::size_t>(found - dimension.levels.begin());
}

}  // namespace

ParameterValue value_at(const Dimension& dimension, double coordinate) {
  CLOUT_EXPECT(coordinate >= 0 && coordinate <= 1);
  switch (dimension.scale) {
    case Scale::linear:
      return std::lerp(dimension.low, dimension.high, coordinate);
    case Scale::log: {
      CLOUT_EXPECT(dimension.low > 0);
      // The ends are met exactly, not up to the rounding of exp and log.
      if (coordinate == 1) return dimension.high;
      return dimension.low *
             portable::exp(coordinate * portable::log(dimension.high / dimension.low));
    }
    case Scale::whole:
      return static_cast<std::int64_t>(std::llround(dimension.low)) +
             static_cast<std::int64_t>(share_at(dimension, coordinate));
    case Scale::levels:
      return dimension.levels[share_at(dimension, coordinate)];
  }
  return dimension.low;
}

std::vector<ParameterValue> values_at(std::span<const Dimension> dimensions, const Point& point) {
  CLOUT_EXPECT(dimensions.size() == point.size());
  std::vector<ParameterValue> values;
  for (std::size_t d = 0; d < point.size(); ++d)
    values.push_back(value_at(dimensions[d], point[d]));
  return values;
}

double coordinate_of(const Dimension& dimension, const ParameterValue& value) {
  if (has_shares(dimension)) {
    const std::size_t share = share_of(dimension, value);
    CLOUT_EXPECT(share < shares(dimension));
    return middle_of_share(share, shares(dimension));
  }
  const double number = number_of(value);
  CLOUT_EXPECT(dimension.low <= number && number <= dimension.high);
  if (dimension.scale == Scale::linear)
    return (number - dimension.low) / (dimension.high - dimension.low);
  CLOUT_EXPECT(dimension.low > 0);
  return portable::log(number / dimension.low) / portable::log(dimension.high / dimension.low);
}

Point point_of(std::span<const Dimension> dimensions, std::span<const ParameterValue> values) {
  CLOUT_EXPECT(dimensions.size() == values.size());
  Point point;
  for (std::size_t d = 0; d < values.size(); ++d)
    point.push_back(coordinate_of(dimensions[d], values[d]));
  return point;
}

double step_coordinate(const Dimension& dimension, std::size_t step, std::size_t steps) {
  CLOUT_EXPECT(step < steps);
  if (has_shares(dimension)) return middle_of_share(step, steps);
  if (steps == 1) return 0.5;
  return static_cast<double>(step) / static_cast<double>(steps - 1);
}

}  // namespace clout::design
