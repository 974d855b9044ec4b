// PRIM: boxes of the parameter space in which cases of interest are frequent ("a celebrity wins
// when ...").
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace clout::stats {

/// Coordinates from low to high in each dimension, both ends included. 0 and 1: not restricted.
struct Box {
  std::vector<double> low;
  std::vector<double> high;
};

/// Whether a dimension of the box is restricted.
bool restricted(const Box& box, std::size_t dimension);

/// What a box holds.
struct BoxFigures {
  std::size_t points = 0;    ///< in the box
  std::size_t interest = 0;  ///< of them cases of interest
  double coverage = 0;       ///< share of all cases of interest that are in the box
  double density = 0;        ///< share of the box's points that are cases of interest
  double mass = 0;           ///< share of all points that are in the box
};

/// How boxes are cut.
struct PrimSettings {
  double peel = 0.05;        ///< share of the box's points that a step takes off or adds
  double least_mass = 0.05;  ///< a box is not made smaller than this share of all points
};

/// Points and which of them are of interest. Coordinates in [0, 1], all of one size.
struct Cases {
  std::span<const std::vector<double>> points;
  const std::vector<bool>& interest;  ///< one for each point, at least one of them true
};

BoxFigures box_figures(const Box& box, const Cases& cases);

/// Boxes from the whole space inwards (J. Friedman and N. Fisher, Stat. Comput. 9, 1999): each step
/// cuts off, at one end of one dimension, the share `peel` of the box's points whose loss leaves
/// the greatest density. Values that are equal stay or go together. Ends where the box is of
/// interest throughout, or would be too small.
std::vector<Box> peel_boxes(const Cases& cases, const PrimSettings& settings = {});

/// The box, widened at one end of one dimension after the other, a share `peel` of its points at a
/// time, as long as that makes it no less dense. Restrictions that peeling did not need go this
/// way.
Box paste_box(Box box, const Cases& cases, const PrimSettings& settings = {});

/// Position of the box with the greatest harmonic mean of coverage and density. A rule of ours, for
/// when nobody looks at the trade-off.
std::size_t balanced_box(std::span<const Box> boxes, const Cases& cases);

/// For each dimension the chance that a restriction without merit does as well: probability of at
/// least so many cases of interest among the box's points, each with the density of the box without
/// that restriction (B. Bryant and R. Lempert, Technol. Forecast. Soc. Change 77, 2010). 1 where
/// not restricted. Quasi p-values: the box was chosen on the same data, so they are too small.
std::vector<double> quasi_p_values(const Box& box, const Cases& cases);

}  // namespace clout::stats
