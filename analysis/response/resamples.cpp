#include "analysis/response/resamples.hpp"

#include <limits>
#include <numeric>

#include "analysis/stats/percentiles.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"

namespace clout::response {

Resamples resamples(random::Seed seed, std::size_t replicates) {
  CLOUT_EXPECT(replicates > 0);
  if (replicates == 1) return {};
  const auto key = random::stream_key(seed, random::Replicate{0}, random::Purpose::bootstrap);
  Resamples drawn(resample_count, std::vector<std::size_t>(replicates));
  for (std::size_t resample = 0; resample < drawn.size(); ++resample) {
    random::KeyedEngine engine(key, resample, 0);
    for (std::size_t& position : drawn[resample])
      position = random::below(engine.bits64(), std::uint64_t{replicates});
  }
  return drawn;
}

stats::Estimate over_resamples(double value, const std::vector<double>& draws) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  if (draws.empty()) return {value, unknown, unknown};
  return stats::with_percentiles(value, draws);
}

double mean_at(std::span<const double> values, std::span<const std::size_t> positions) {
  double sum = 0;
  for (const std::size_t position : positions) sum += values[position];
  return sum / static_cast<double>(positions.size());
}

std::vector<std::size_t> everyone(std::size_t replicates) {
  std::vector<std::size_t> positions(replicates);
  std::iota(positions.begin(), positions.end(), std::size_t{0});
  return positions;
}

}  // namespace clout::response
