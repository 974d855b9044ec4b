#include "analysis/stats/effect_size.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/tools/toms748_solve.hpp>

namespace clout::stats {

namespace {

double probability_below(double t, double degrees, double delta) {
  return boost::math::cdf(boost::math::non_central_t(degrees, delta), t);
}

/// Above this the distribution is computed slowly, and far above not at all.
constexpr double largest_exact = 200;

/// For a t above that, t = (delta + z) / (chi / sqrt(degrees)): what the normal z and what chi
/// leave open of delta adds up in squares.
double noncentrality_of_large(double t, double degrees, double probability) {
  const double chi_squared = boost::math::quantile(
      boost::math::complement(boost::math::chi_squared(degrees), probability));
  const double by_chi = t * (std::sqrt(chi_squared / degrees) - 1);
  const double by_normal = boost::math::quantile(boost::math::normal(), probability);
  return t + std::copysign(std::hypot(by_chi, by_normal), by_chi);
}

}  // namespace

double noncentrality(double t, double degrees, double probability) {
  if (t < 0) return -noncentrality(-t, degrees, 1 - probability);
  if (t > largest_exact) return noncentrality_of_large(t, degrees, probability);
  // The probability falls as the noncentrality grows: bracket it, then close in.
  const auto excess = [&](double delta) {
    return probability_below(t, degrees, delta) - probability;
  };
  double step = std::max(4.0, t);
  double low = t - step;
  double high = t + step;
  for (; excess(low) < 0; step *= 2) low -= step;
  for (step = high - t; excess(high) > 0; step *= 2) high += step;
  std::uintmax_t steps = 100;
  const auto root = boost::math::tools::toms748_solve(
      excess, low, high, boost::math::tools::eps_tolerance<double>(40), steps);
  return 0.5 * (root.first + root.second);
}

EffectSize effect_size(const Difference& difference, double unit) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  if (!(unit > 0) || !(difference.error > 0)) return {none, none, none};
  const double t = difference.mean / difference.error;
  const double scale = difference.error / unit;
  return {difference.mean / unit, noncentrality(t, difference.degrees, 0.975) * scale,
          noncentrality(t, difference.degrees, 0.025) * scale};
}

double average_deviation(std::span<const double> a, std::span<const double> b) {
  const double of_a = moments(a).deviation;
  const double of_b = moments(b).deviation;
  return std::sqrt(0.5 * (of_a * of_a + of_b * of_b));
}

}  // namespace clout::stats
