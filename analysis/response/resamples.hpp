// Bootstrap over replicates: the same resamples for everything, so that curves stay paired.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/stats/estimate.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::response {

/// Positions of replicates, drawn with replacement: as many as there are, for each resample.
using Resamples = std::vector<std::vector<std::size_t>>;

/// Enough for 2.5% and 97.5% quantiles to be off by a few percent of the interval's width.
inline constexpr std::size_t resample_count = 500;

/// Keyed by the seed. replicates >= 1; of a single one, which says nothing of luck, there are none.
Resamples resamples(random::Seed seed, std::size_t replicates);

/// The value with the 2.5% and 97.5% quantiles over resamples; NaN ends where there are none.
stats::Estimate over_resamples(double value, const std::vector<double>& draws);

/// Mean of the values at these positions.
double mean_at(std::span<const double> values, std::span<const std::size_t> positions);

/// 0, 1, ...: the sample itself.
std::vector<std::size_t> everyone(std::size_t replicates);

}  // namespace clout::response
