// Designs of experiments: which points of a parameter space to run, and in which order.
//
// Every design is a pure function of its arguments. A longer one begins with the points of a
// shorter one (where said so), so a study is extended without running anything again, and every
// beginning is spread over the space, so a study that is cut off says something about all of it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::design {

/// Coordinates in [0, 1], one for each dimension. Only full_grid, morris, one_at_a_time and
/// point_of reach 1.
using Point = std::vector<double>;
using Points = std::vector<Point>;

/// How a coordinate becomes a value.
enum class Scale {
  linear,  ///< real, from low to high
  log,     ///< real, from low to high, equal ratios for equal steps; low above 0
  whole,   ///< whole numbers low, low + 1, ..., high: equal shares of [0, 1] in their order
  levels,  ///< the values listed: equal shares of [0, 1] in their order
};

/// A parameter that a design varies.
struct Dimension {
  std::string name;  ///< what it sets; designs do not interpret it
  Scale scale = Scale::linear;
  double low = 0;  ///< below high (whole: or equal); not used by levels
  double high = 1;
  std::vector<ParameterValue> levels;  ///< at least one; used by levels only
};

/// The value at a coordinate in [0, 1]: a double, a std::int64_t for whole, or one of the levels.
ParameterValue value_at(const Dimension& dimension, double coordinate);

/// The values at a point, one for each dimension.
std::vector<ParameterValue> values_at(std::span<const Dimension> dimensions, const Point& point);

/// The coordinate of a value: the inverse of value_at, in the middle of its share for whole and
/// levels. value: a number from low to high (double or std::int64_t), or one of the levels.
double coordinate_of(const Dimension& dimension, const ParameterValue& value);

/// The point of an explicit list of values, one for each dimension.
Point point_of(std::span<const Dimension> dimensions, std::span<const ParameterValue> values);

/// The coordinate of step i of so many equally spaced ones: both ends are steps, except for whole
/// and levels, where the middle of a share is taken. A single step is the middle.
double step_coordinate(const Dimension& dimension, std::size_t step, std::size_t steps);

/// All combinations of steps[d] steps of dimension d (of all values for levels: steps is not
/// read). Ordered by append_spread. A grid with more steps is another one: grids are not nested.
Points full_grid(std::span<const Dimension> dimensions, std::span<const std::size_t> steps);

/// first * 2^doublings points of a Latin hypercube: in each dimension every interval [i/n, (i+1)/n)
/// has exactly one point, for the whole design and for the first `first` * 2^k points, each k up to
/// doublings. More doublings add points after the same ones. Each batch is ordered by
/// append_spread. Doubling after C. Sallaberry, J. Helton and S. Hora (Reliab. Eng. Syst. Saf. 93,
/// 2008) without their control of rank correlations: new points take the empty halves of the
/// intervals in a random order of their own in each dimension. first >= 1; the order costs n^2
/// distances.
Points latin_hypercube(random::Seed seed, std::size_t dimensions, std::size_t first,
                       std::size_t doublings = 0);

/// What makes a Sobol sequence random, so that estimates have no bias and can be repeated.
enum class Randomization {
  none,   ///< the published points; the first is 0
  shift,  ///< a random vector added modulo 1 (R. Cranley and T. Patterson, SIAM J. Numer. Anal. 13,
          ///< 1976)
  owen,   ///< nested uniform scrambling of the binary digits (A. Owen, 1995): keeps the nets
};

/// Most dimensions of a Sobol sequence.
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// The first count points of a Sobol sequence, 32 binary digits each, direction numbers of S. Joe
/// and F. Kuo (SIAM J. Sci. Comput. 30, 2008). A larger count adds points after the same ones;
/// counts that are powers of two are balanced. count up to 2^31.
Points sobol(random::Seed seed, std::size_t dimensions, std::size_t count,
             Randomization randomization = Randomization::owen);

/// The design for Sobol indices (A. Saltelli et al., Comput. Phys. Commun. 181, 2010): for each of
/// so many rows the dimensions + 2 points A, B, and A with coordinate i from B, i = 0, 1, ..., one
/// after the other; A and B are the halves of a scrambled Sobol sequence in twice the dimensions.
/// More rows add points after the same ones. rows: best a power of two.
Points saltelli(random::Seed seed, std::size_t dimensions, std::size_t rows);

/// Points of a row of saltelli.
constexpr std::size_t saltelli_row(std::size_t dimensions) noexcept { return dimensions + 2; }

/// Trajectories for elementary effects (M. Morris, Technometrics 33, 1991): each is dimensions + 1
/// points on the grid of `levels` coordinates 0, 1/(levels-1), ..., 1; each point differs from the
/// one before in one coordinate, by levels / (2 (levels-1)), up or down. Of so many random
/// candidates those are taken, one after the other, that are farthest from the ones before (F.
/// Campolongo, J. Cariboni and A. Saltelli, Environ. Model. Softw. 22, 2007; one after the other:
/// M. Ruano et al., 2012). For the same number of candidates more trajectories add points after the
/// same ones. levels even; trajectories <= candidates.
Points morris(random::Seed seed, std::size_t dimensions, std::size_t trajectories,
              std::size_t candidates = 200, std::size_t levels = 4);

/// The base, then each dimension alone at each of its coordinates (coordinates[d] for dimension d):
/// first coordinates of all dimensions first, so that a beginning has all dimensions. A coordinate
/// equal to the base's is left out.
Points one_at_a_time(const Point& base, std::span<const std::vector<double>> coordinates);

/// Appends the points to those that are there, in an order in which every beginning is spread:
/// each next one is the farthest from all before it (J. Kennard and L. Stone, Technometrics 11,
/// 1969). The very first is the one nearest the middle. Ties: the one that comes first.
void append_spread(Points& before, Points points);

}  // namespace clout::design
