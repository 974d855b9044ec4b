// Where one curve comes to lie above another, with an interval.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/stats/estimate.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::stats {

/// Resamples on which an interval rests.
inline constexpr std::size_t crossing_resamples = 2000;

/// A place where the mean difference of two curves changes its sign.
struct Crossing {
  Estimate at;  ///< 95% interval; an end is infinite where the crossing may lie beyond the range
  double absent = 0;  ///< share of resamples that have none of this direction in the range
};

/// The crossing between positions `after` and `after` + 1, where the means of the differences have
/// opposite signs or one is 0; curves are straight between positions. positions: ascending;
/// differences: by position and replicate, all of one size, replicates paired over positions.
/// Interval: percentiles of the nearest crossing of the same direction when replicates are drawn
/// anew with replacement, the same ones at all positions (B. Efron and R. Tibshirani, 1993). A
/// resample without one has it beyond the end on whose side its differences put it. With a handful
/// of replicates such an interval is too short. NaN ends for one replicate.
Crossing crossing_between(std::span<const double> positions,
                          std::span<const std::vector<double>> differences, std::size_t after,
                          random::Seed seed);

}  // namespace clout::stats
