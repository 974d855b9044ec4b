#include "analysis/stats/elementary_effects.hpp"

#include <cmath>

#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

/// The coordinate in which two points differ.
std::size_t moved(const std::vector<double>& from, const std::vector<double>& to) {
  std::size_t d = 0;
  while (d < from.size() && from[d] == to[d]) ++d;
  CLOUT_EXPECT(d < from.size());
  return d;
}

ElementaryEffect summary(const std::vector<double>& effects) {
  std::vector<double> absolute;
  absolute.reserve(effects.size());
  for (const double effect : effects) absolute.push_back(std::abs(effect));
  MeanInterval size = mean_interval(absolute);
  // What cannot be negative loses no coverage. NaN stays.
  if (size.low < 0) size.low = 0;
  return {mean_interval(effects), size, moments(effects).deviation};
}

}  // namespace

std::vector<ElementaryEffect> elementary_effects(std::span<const std::vector<double>> points,
                                                 std::span<const double> outcomes) {
  CLOUT_EXPECT(!points.empty() && points.size() == outcomes.size());
  const std::size_t dimensions = points.front().size();
  CLOUT_EXPECT(points.size() % (dimensions + 1) == 0);
  std::vector<std::vector<double>> effects(dimensions);
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (i % (dimensions + 1) == 0) continue;  // the start of the next trajectory
    const std::size_t d = moved(points[i - 1], points[i]);
    effects[d].push_back((outcomes[i] - outcomes[i - 1]) / (points[i][d] - points[i - 1][d]));
  }
  std::vector<ElementaryEffect> result;
  result.reserve(dimensions);
  for (const std::vector<double>& each : effects) result.push_back(summary(each));
  return result;
}

}  // namespace clout::stats
