// Least squares by hand: a line, a parabola and a correlation through a few points.
#pragma once

#include <span>

namespace clout::patterns {

/// Slope of the line of y on x. Equal sizes; NaN with fewer than two different x.
double slope(std::span<const double> x, std::span<const double> y);

/// Pearson's correlation. Equal sizes; NaN if either does not vary.
double correlation(std::span<const double> x, std::span<const double> y);

/// y = constant + linear x + square x^2.
struct Parabola {
  double linear = 0;
  double square = 0;

  /// x at the vertex; infinite or NaN for a line.
  double vertex() const noexcept { return -linear / (2 * square); }
};

/// The parabola of y on x. Equal sizes; NaN with fewer than three different x.
Parabola parabola(std::span<const double> x, std::span<const double> y);

}  // namespace clout::patterns
