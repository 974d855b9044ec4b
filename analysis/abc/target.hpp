// Where a statistic has to lie, and how far from there it is.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

namespace clout::abc {

/// A band; infinite where it is open.
struct Target {
  std::string name;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool ratio = false;  ///< distances are those of logarithms: misses are a matter of factors
  double unit = 0;     ///< what counts as one step outside, above 0; of logarithms if a ratio
};

/// A miss is never told to be larger: beyond it is as good as without value.
inline constexpr double farthest = 10;

/// A value on the axis that distances are measured on, in units, kept to what is within reach of
/// the band (farthest units beyond its ends); NaN for NaN, and for a ratio of 0 or less.
double position(const Target& target, double value);

/// Units outside of the band of a position.
double miss_at(const Target& target, double position);

/// Units outside of the band, from 0 (inside) to farthest; that for NaN, and for a ratio of 0 or
/// less.
double miss(const Target& target, double value);

/// Sum over the targets of their misses: 0 if and only if every statistic lies in its band.
/// Infinite if there are not as many statistics as targets: the evaluation failed. A sum and not
/// the largest miss, so that a target that cannot be met does not leave the others unconstrained.
double distance(std::span<const Target> targets, std::span<const double> statistics);

/// The same over the statistics that are not NaN: no more than the distance will be once all are
/// known. Units must be.
double distance_of_known(std::span<const Target> targets, std::span<const double> statistics);

/// The unit of a target: half the width of its band, or, where that is open on a side, half the
/// interquartile range of the values that are defined; 1 if there is neither.
double unit_of(const Target& target, std::vector<double> values);

}  // namespace clout::abc
