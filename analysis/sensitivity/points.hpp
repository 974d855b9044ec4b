// The points of a sensitivity study, and where they lie in their ranges.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/design/sweep_points.hpp"
#include "analysis/sensitivity/blocks.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::sensitivity {

/// Most parameters of Sobol indices: a row of their design has two points more than that.
inline constexpr std::size_t most_sobol_parameters = 12;

/// How many points each method has. Larger numbers keep the points of smaller ones.
struct Sizes {
  std::size_t trajectories = 8;  ///< of Morris; 2 or more
  std::size_t rows = 64;         ///< of the Saltelli design; 2 or more, best a power of two
  std::size_t pawn_points = 128;
  std::size_t split_points = 16;  ///< 2 or more
  std::size_t split_graphs = 3;   ///< 2 or more
};

struct Design {
  std::vector<Block> blocks;
  std::vector<design::SweepPoint> points;
};

/// Points without making them.
std::size_t points_of(Method method, const scenario::Scenario& study, const Sizes& sizes);

/// The study's own settings, then the points of each method over study.sweep.parameters, each of
/// which varies. All points have the study's seed (common random numbers), but for those of a
/// variance split, which set run.seed last, a value of its own for each graph; then all points do.
Design design_of(const scenario::Scenario& study, std::span<const Method> methods,
                 const Sizes& sizes);

/// Coordinates of the points in the parameters of the study that a file was made from, 0 at low and
/// 1 at high; values that are listed lie equally spaced. A point of the study's own settings may
/// lie outside [0, 1]; a value that is not listed is NaN.
design::Points coordinates_of(const scenario::Scenario& study, const store::SweepRecord& sweep);

}  // namespace clout::sensitivity
