#include "analysis/stats/crossing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/base/contracts.hpp"
#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"

namespace clout::stats {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Mean difference at each position over the replicates listed, which may repeat.
std::vector<double> means(std::span<const std::vector<double>> differences,
                          std::span<const std::size_t> replicates) {
  std::vector<double> result;
  for (const std::vector<double>& at : differences) {
    double sum = 0;
    for (const std::size_t replicate : replicates) sum += at[replicate];
    result.push_back(sum / static_cast<double>(replicates.size()));
  }
  return result;
}

/// Where a straight line from one difference to the next is 0.
double zero_between(std::span<const double> positions, std::span<const double> curve,
                    std::size_t n) {
  const double rise = curve[n + 1] - curve[n];
  const double share = rise == 0 ? 0.5 : -curve[n] / rise;
  return std::lerp(positions[n], positions[n + 1], share);
}

/// The crossing of the direction that is nearest to a place; infinite if there is none.
double nearest(std::span<const double> positions, std::span<const double> curve, bool upward,
               double place) {
  double best = infinite;
  for (std::size_t n = 0; n + 1 < curve.size(); ++n) {
    const bool crosses =
        upward ? curve[n] <= 0 && curve[n + 1] > 0 : curve[n] >= 0 && curve[n + 1] < 0;
    if (!crosses) continue;
    const double at = zero_between(positions, curve, n);
    if (std::abs(at - place) < std::abs(best - place)) best = at;
  }
  if (best < infinite) return best;
  // All of one sign, or crossing the other way: beyond the end that has more room for it.
  const double sum = std::accumulate(curve.begin(), curve.end(), 0.0);
  return (sum > 0) == upward ? -infinite : infinite;
}

}  // namespace

Crossing crossing_between(std::span<const double> positions,
                          std::span<const std::vector<double>> differences, std::size_t after,
                          random::Seed seed) {
  CLOUT_EXPECT(positions.size() == differences.size() && after + 1 < positions.size());
  std::vector<std::size_t> replicates(differences.front().size());
  std::iota(replicates.begin(), replicates.end(), std::size_t{0});
  const std::vector<double> curve = means(differences, replicates);
  const bool upward = curve[after] < curve[after + 1];
  Crossing result;
  result.at.value = zero_between(positions, curve, after);
  result.at.low = result.at.high = std::numeric_limits<double>::quiet_NaN();
  const std::uint64_t count = replicates.size();
  if (count < 2) return result;

  const auto key = random::stream_key(seed, random::Replicate{0}, random::Purpose::bootstrap);
  std::vector<double> places;
  for (std::size_t resample = 0; resample < crossing_resamples; ++resample) {
    random::KeyedEngine engine(key, resample, 0);
    for (std::size_t& each : replicates) each = random::below(engine.bits64(), count);
    places.push_back(nearest(positions, means(differences, replicates), upward, result.at.value));
    if (std::isinf(places.back())) result.absent += 1.0 / crossing_resamples;
  }
  std::sort(places.begin(), places.end());
  // Order statistics, not interpolated: between infinite places there is nothing.
  constexpr auto tail = static_cast<std::size_t>(0.025 * crossing_resamples);
  result.at.low = places[tail];
  result.at.high = places[crossing_resamples - 1 - tail];
  return result;
}

}  // namespace clout::stats
