// How a figure of accounts goes with the size of their audience.
#pragma once

#include <span>
#include <vector>

namespace clout::patterns {

/// An account's figure; or the mean of those of about one size.
struct SizePoint {
  double followers = 0;  ///< F, people; above 0
  double value = 0;
};

/// Means over accounts with audiences in [from, to), by classes of half an e-fold of followers, so
/// that each size counts alike though small accounts are many: value the mean of values, followers
/// the geometric mean. Classes without accounts are left out.
std::vector<SizePoint> size_classes(std::span<const SizePoint> accounts, double from, double to);

/// Least squares of value on ln followers: its slope. At least two different sizes.
double slope_on_size(std::span<const SizePoint> points);

/// Least squares of ln value on ln followers: its slope. Values above 0.
double exponent_of_size(std::span<const SizePoint> points);

/// Least squares of ln value on ln F and ln^2 F.
struct SizeCurve {
  double curvature = 0;  ///< coefficient of ln^2 F: below 0 for an inverted U
  double peak = 0;       ///< F of the extreme, people; NaN unless the curvature is below 0
};
/// At least three different sizes, values above 0.
SizeCurve curve_of_size(std::span<const SizePoint> points);

}  // namespace clout::patterns
