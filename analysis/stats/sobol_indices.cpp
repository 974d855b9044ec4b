#include "analysis/stats/sobol_indices.hpp"

#include <algorithm>

#include "analysis/stats/percentiles.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"

namespace clout::stats {

namespace {

struct Indices {
  std::vector<double> first, total;
};

/// Indices of the rows listed, which may repeat.
Indices indices(std::span<const double> outcomes, std::size_t dimensions,
                std::span<const std::size_t> rows) {
  const std::size_t width = dimensions + 2;
  const auto n = static_cast<double>(rows.size());
  double mean = 0;
  for (const std::size_t row : rows)
    mean += (outcomes[row * width] + outcomes[row * width + 1]) / (2 * n);
  double variance = 0;
  Indices result{std::vector<double>(dimensions), std::vector<double>(dimensions)};
  for (const std::size_t row : rows) {
    const double* values = &outcomes[row * width];
    const double a = values[0] - mean;
    const double b = values[1] - mean;
    variance += (a * a + b * b) / (2 * n);
    for (std::size_t d = 0; d < dimensions; ++d) {
      const double mixed = values[2 + d] - mean;
      result.first[d] += b * (mixed - a) / n;
      result.total[d] += (a - mixed) * (a - mixed) / (2 * n);
    }
  }
  for (std::size_t d = 0; d < dimensions; ++d) {
    result.first[d] /= variance;
    result.total[d] /= variance;
  }
  return result;
}

}  // namespace

std::vector<SobolIndex> sobol_indices(std::span<const double> outcomes, std::size_t dimensions,
                                      random::Seed seed) {
  const std::size_t width = dimensions + 2;
  CLOUT_EXPECT(outcomes.size() % width == 0 && outcomes.size() >= 2 * width);
  std::vector<std::size_t> rows(outcomes.size() / width);
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
  const Indices values = indices(outcomes, dimensions, rows);

  const auto key = random::stream_key(seed, random::Replicate{0}, random::Purpose::bootstrap);
  std::vector<std::vector<double>> first(dimensions), total(dimensions);
  const std::uint64_t count = rows.size();
  for (std::size_t resample = 0; resample < sobol_resamples; ++resample) {
    random::KeyedEngine engine(key, resample, 0);
    for (std::size_t& row : rows) row = random::below(engine.bits64(), count);
    const Indices again = indices(outcomes, dimensions, rows);
    for (std::size_t d = 0; d < dimensions; ++d) {
      first[d].push_back(again.first[d]);
      total[d].push_back(again.total[d]);
    }
  }
  std::vector<SobolIndex> result;
  for (std::size_t d = 0; d < dimensions; ++d)
    result.push_back(
        {with_percentiles(values.first[d], first[d]), with_percentiles(values.total[d], total[d])});
  return result;
}

}  // namespace clout::stats
