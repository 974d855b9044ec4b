#include "analysis/patterns/by_size.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace clout::patterns {

std::vector<SizePoint> size_classes(std::span<const SizePoint> accounts, double from, double to) {
  constexpr double classes_per_e_fold = 2;
  struct Sum {
    double log_followers = 0;
    double value = 0;
    double count = 0;
  };
  const auto count = static_cast<std::size_t>(std::ceil(std::log(to / from) * classes_per_e_fold));
  std::vector<Sum> sums(count);
  for (const SizePoint& account : accounts) {
    if (!(account.followers >= from && account.followers < to)) continue;
    const auto at =
        static_cast<std::size_t>(std::log(account.followers / from) * classes_per_e_fold);
    if (at >= count) continue;
    sums[at].log_followers += std::log(account.followers);
    sums[at].value += account.value;
    ++sums[at].count;
  }
  std::vector<SizePoint> classes;
  for (const Sum& sum : sums) {
    if (sum.count > 0)
      classes.push_back({std::exp(sum.log_followers / sum.count), sum.value / sum.count});
  }
  return classes;
}

namespace {

/// Least squares on centred x and on what of x^2 is not linear in it: the two are independent.
struct Fit {
  double mean_x = 0;
  double slope = 0;
  double skew = 0;  ///< sum x^3 / sum x^2, the linear part of x^2
  double curvature = 0;
};

template <typename Value>
Fit fit(std::span<const SizePoint> points, Value value_of) {
  Fit fit;
  double mean_y = 0;
  const auto count = static_cast<double>(points.size());
  for (const SizePoint& point : points) {
    fit.mean_x += std::log(point.followers) / count;
    mean_y += value_of(point) / count;
  }
  double squares = 0;
  double cubes = 0;
  double products = 0;
  for (const SizePoint& point : points) {
    const double x = std::log(point.followers) - fit.mean_x;
    squares += x * x;
    cubes += x * x * x;
    products += x * (value_of(point) - mean_y);
  }
  fit.slope = products / squares;
  fit.skew = cubes / squares;
  double bends = 0;
  double bend_products = 0;
  for (const SizePoint& point : points) {
    const double x = std::log(point.followers) - fit.mean_x;
    const double bend = x * x - squares / count - fit.skew * x;
    bends += bend * bend;
    bend_products += bend * (value_of(point) - mean_y);
  }
  fit.curvature = bend_products / bends;
  return fit;
}

double log_value(const SizePoint& point) { return std::log(point.value); }

}  // namespace

double slope_on_size(std::span<const SizePoint> points) {
  return fit(points, [](const SizePoint& point) { return point.value; }).slope;
}

double exponent_of_size(std::span<const SizePoint> points) { return fit(points, log_value).slope; }

SizeCurve curve_of_size(std::span<const SizePoint> points) {
  const Fit curve = fit(points, log_value);
  const double peak = std::exp(curve.mean_x + (curve.skew - curve.slope / curve.curvature) / 2);
  return {curve.curvature, curve.curvature < 0 ? peak : std::numeric_limits<double>::quiet_NaN()};
}

}  // namespace clout::patterns
