// PAWN: which parameters move the whole distribution of an outcome, not its variance alone.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/random/draw_key.hpp"

namespace clout::stats {

/// Kolmogorov-Smirnov distances, in [0, 1], between the outcome's distribution and that within each
/// interval of the parameter, summed up over intervals.
struct PawnIndex {
  double median = 0;
  double mean = 0;
  double largest = 0;
};

struct Pawn {
  std::vector<PawnIndex> parameters;
  PawnIndex threshold;  ///< what 95% of parameters without effect stay below
};

/// Parameters without effect on which the threshold rests.
inline constexpr std::size_t pawn_dummies = 200;

/// From any sample (F. Pianosi and T. Wagener, Environ. Model. Softw. 108, 2018). points:
/// coordinates in [0, 1], all of one size; outcomes: one for each, for skewed ones as good as for
/// others. Each range is cut into `intervals` equal parts; an empty part is left out. Small parts
/// are far from the whole by luck alone: the threshold is the 95% quantile of the same figures for
/// dummy parameters, keyed by the seed, so one parameter without effect in 20 exceeds it.
Pawn pawn(std::span<const std::vector<double>> points, std::span<const double> outcomes,
          std::size_t intervals, random::Seed seed);

}  // namespace clout::stats
