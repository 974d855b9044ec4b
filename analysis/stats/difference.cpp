#include "analysis/stats/difference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

std::vector<double> differences(std::span<const double> a, std::span<const double> b) {
  CLOUT_EXPECT(a.size() == b.size());
  std::vector<double> difference(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) difference[i] = a[i] - b[i];
  return difference;
}

/// A spread that rounding of the values alone would leave is none.
double without_rounding(double deviation, std::span<const double> a, std::span<const double> b) {
  double largest = 0;
  for (const double value : a) largest = std::max(largest, std::abs(value));
  for (const double value : b) largest = std::max(largest, std::abs(value));
  return deviation <= 1e-13 * largest ? 0 : deviation;
}

/// Degrees of freedom of the sum of two independent variances (Satterthwaite). Where nothing varies
/// they do not matter.
double welch_degrees(double a, double degrees_a, double b, double degrees_b) {
  const double sum = a + b;
  if (sum == 0) return degrees_a + degrees_b;
  return sum * sum / (a * a / degrees_a + b * b / degrees_b);
}

/// Probability that mean + error t is above 0.
double student_above_zero(double mean, double error, double degrees) {
  if (std::isnan(mean) || std::isnan(error)) return std::numeric_limits<double>::quiet_NaN();
  if (error == 0) return mean == 0 ? 0.5 : (mean > 0 ? 1.0 : 0.0);
  return boost::math::cdf(boost::math::students_t(degrees), mean / error);
}

}  // namespace

Difference paired_difference(std::span<const double> a, std::span<const double> b) {
  const Moments pairs = moments(differences(a, b));
  const double spread = without_rounding(pairs.deviation, a, b);
  const auto n = static_cast<double>(pairs.count);
  Difference result;
  result.mean = pairs.mean;
  result.error = spread / std::sqrt(n);
  result.spread = spread;
  result.further_error = spread * std::sqrt(1 + 1 / n);
  result.degrees = result.further_degrees = n - 1;
  result.count = pairs.count;
  return result;
}

Difference welch_difference(std::span<const double> a, std::span<const double> b) {
  const Moments of_a = moments(a);
  const Moments of_b = moments(b);
  const auto n_a = static_cast<double>(a.size());
  const auto n_b = static_cast<double>(b.size());
  const double spread_a = without_rounding(of_a.deviation, a, a);
  const double spread_b = without_rounding(of_b.deviation, b, b);
  const double var_a = spread_a * spread_a;
  const double var_b = spread_b * spread_b;
  const double further_a = var_a * (1 + 1 / n_a);
  const double further_b = var_b * (1 + 1 / n_b);
  Difference result;
  result.mean = of_a.mean - of_b.mean;
  result.error = std::sqrt(var_a / n_a + var_b / n_b);
  result.degrees = welch_degrees(var_a / n_a, n_a - 1, var_b / n_b, n_b - 1);
  result.spread = std::sqrt(var_a + var_b);
  result.further_error = std::sqrt(further_a + further_b);
  result.further_degrees = welch_degrees(further_a, n_a - 1, further_b, n_b - 1);
  result.count = std::min(a.size(), b.size());
  result.design = Design::unpaired;
  return result;
}

MeanInterval interval(const Difference& difference, double error_rate) {
  const double mean = difference.mean;
  MeanInterval result{mean, difference.error, difference.error, difference.count};
  if (std::isnan(mean) || std::isnan(difference.error)) return result;
  const double half =
      difference.error == 0
          ? 0
          : difference.error * student_t_quantile(1 - error_rate / 2, difference.degrees);
  result.low = mean - half;
  result.high = mean + half;
  return result;
}

double chance_above_zero(const Difference& difference) {
  return student_above_zero(difference.mean, difference.error, difference.degrees);
}

double chance_further_above_zero(const Difference& difference) {
  return student_above_zero(difference.mean, difference.further_error, difference.further_degrees);
}

double pairing_gain(std::span<const double> a, std::span<const double> b) {
  const double of_pairs = paired_difference(a, b).spread;
  const double of_both = welch_difference(a, b).spread;
  if (!(of_both > 0)) return std::numeric_limits<double>::quiet_NaN();
  return of_both * of_both / (of_pairs * of_pairs);
}

}  // namespace clout::stats
