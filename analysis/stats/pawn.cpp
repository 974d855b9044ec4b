#include "analysis/stats/pawn.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/stats/quantile.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"

namespace clout::stats {

namespace {

std::vector<std::size_t> ascending(std::span<const double> outcomes) {
  std::vector<std::size_t> order(outcomes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return outcomes[a] < outcomes[b]; });
  return order;
}

/// Largest distance of each interval's distribution from that of all; intervals[i] is where value i
/// belongs. One pass over the outcomes in ascending order; equal ones count together.
std::vector<double> distances(std::span<const double> outcomes, std::span<const std::size_t> order,
                              std::span<const std::size_t> intervals, std::size_t count) {
  std::vector<double> size(count), below(count), largest(count);
  for (const std::size_t interval : intervals) size[interval] += 1;
  const auto n = static_cast<double>(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    below[intervals[order[i]]] += 1;
    if (i + 1 < order.size() && outcomes[order[i + 1]] == outcomes[order[i]]) continue;
    const double all = static_cast<double>(i + 1) / n;
    for (std::size_t k = 0; k < count; ++k)
      if (size[k] > 0) largest[k] = std::max(largest[k], std::abs(below[k] / size[k] - all));
  }
  std::vector<double> result;
  for (std::size_t k = 0; k < count; ++k)
    if (size[k] > 0) result.push_back(largest[k]);
  return result;
}

PawnIndex summary(std::vector<double> distance) {
  std::sort(distance.begin(), distance.end());
  const double sum = std::accumulate(distance.begin(), distance.end(), 0.0);
  return {quantile_of_sorted(distance, 0.5), sum / static_cast<double>(distance.size()),
          distance.back()};
}

/// 95% quantile over indices of one of their figures.
double threshold_of(const std::vector<PawnIndex>& dummies, double PawnIndex::*figure) {
  std::vector<double> values;
  for (const PawnIndex& dummy : dummies) values.push_back(dummy.*figure);
  std::sort(values.begin(), values.end());
  return quantile_of_sorted(values, 0.95);
}

}  // namespace

Pawn pawn(std::span<const std::vector<double>> points, std::span<const double> outcomes,
          std::size_t intervals, random::Seed seed) {
  CLOUT_EXPECT(!points.empty() && points.size() == outcomes.size() && intervals >= 1);
  const std::vector<std::size_t> order = ascending(outcomes);
  std::vector<std::size_t> interval_of(points.size());
  Pawn result;
  for (std::size_t d = 0; d < points.front().size(); ++d) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto at = static_cast<std::size_t>(points[i][d] * static_cast<double>(intervals));
      interval_of[i] = std::min(at, intervals - 1);
    }
    result.parameters.push_back(summary(distances(outcomes, order, interval_of, intervals)));
  }
  const auto key = random::stream_key(seed, random::Replicate{0}, random::Purpose::dummy_parameter);
  std::vector<PawnIndex> dummies;
  for (std::size_t dummy = 0; dummy < pawn_dummies; ++dummy) {
    random::KeyedEngine engine(key, dummy, 0);
    for (std::size_t& interval : interval_of)
      interval = random::below(engine.bits64(), std::uint64_t{intervals});
    dummies.push_back(summary(distances(outcomes, order, interval_of, intervals)));
  }
  result.threshold = {threshold_of(dummies, &PawnIndex::median),
                      threshold_of(dummies, &PawnIndex::mean),
                      threshold_of(dummies, &PawnIndex::largest)};
  return result;
}

}  // namespace clout::stats
