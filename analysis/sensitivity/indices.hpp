// How much each setting moves an outcome, by every method that was run.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/blocks.hpp"
#include "analysis/sensitivity/outcome.hpp"
#include "analysis/stats/elementary_effects.hpp"
#include "analysis/stats/pawn.hpp"
#include "analysis/stats/sobol_indices.hpp"
#include "analysis/stats/variance_split.hpp"

namespace clout::sensitivity {

/// One setting at another value, all others being the study's.
struct Step {
  std::size_t point = 0;
  stats::MeanInterval change;  ///< of the outcome, paired by replicate
  bool turns = false;          ///< whether the mean of a difference of arms changes its sign
};

/// Least points of a part into which PAWN cuts a range, and most parts.
inline constexpr std::size_t pawn_part = 12;
inline constexpr std::size_t pawn_parts = 10;

/// By setting, in the file's order; empty: the method was not run.
struct Indices {
  stats::MeanInterval own;                       ///< outcome at the study's own settings
  std::vector<std::vector<Step>> one_at_a_time;  ///< steps of each setting; over replicates
  std::vector<stats::ElementaryEffect> morris;   ///< of means over replicates; over trajectories
  std::vector<stats::SobolIndex> sobol;          ///< of means over replicates; over rows
  std::vector<stats::MeanInterval> pawn;         ///< median distances; over replicates
  double pawn_threshold = 0;                     ///< mean of the replicates' thresholds
  std::optional<stats::VarianceSplit> split;     ///< none also with a single replicate
};

/// coordinates: of coordinates_of. seed: of resamples.
Indices indices_of(const Outcome& outcome, std::span<const Block> blocks,
                   const design::Points& coordinates, random::Seed seed);

/// What ranks settings: the largest change one at a time, Morris' mu*, Sobol's total order, PAWN's
/// median. Empty if the method was not run or ranks nothing.
std::vector<double> importance(const Indices& indices, Method method);

/// Positions of the largest first; NaN last.
std::vector<std::size_t> ranked(std::span<const double> importance);

}  // namespace clout::sensitivity
