#include "analysis/patterns/least_squares.hpp"

#include <cmath>
#include <vector>

namespace clout::patterns {

namespace {

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Sum of (x - mean x)(y - mean y).
double co_deviation(std::span<const double> x, std::span<const double> y) {
  const double mean_x = mean(x);
  const double mean_y = mean(y);
  double sum = 0;
  for (std::size_t n = 0; n < x.size(); ++n) sum += (x[n] - mean_x) * (y[n] - mean_y);
  return sum;
}

}  // namespace

double slope(std::span<const double> x, std::span<const double> y) {
  return co_deviation(x, y) / co_deviation(x, x);
}

double correlation(std::span<const double> x, std::span<const double> y) {
  return co_deviation(x, y) / std::sqrt(co_deviation(x, x) * co_deviation(y, y));
}

Parabola parabola(std::span<const double> x, std::span<const double> y) {
  // What x^2 adds to a line in x: the regression on its residual (Frisch and Waugh).
  std::vector<double> bend;
  for (const double value : x) bend.push_back(value * value);
  const double of_square = slope(x, bend);
  for (std::size_t n = 0; n < bend.size(); ++n) bend[n] -= of_square * x[n];
  Parabola result;
  result.square = slope(bend, y);
  result.linear = slope(x, y) - result.square * of_square;
  return result;
}

}  // namespace clout::patterns
