#include "analysis/stats/replicates_needed.hpp"

#include <cmath>

#include <boost/math/distributions/non_central_t.hpp>

#include "sim/base/contracts.hpp"

namespace clout::stats {

double power(const Difference& difference, std::size_t replicates, double error_rate) {
  CLOUT_EXPECT(replicates >= 2 && difference.spread > 0);
  const auto n = static_cast<double>(replicates);
  // Arms that share no luck give two samples of n; their degrees of freedom are those of equal
  // variances.
  const double degrees = difference.design == Design::paired ? n - 1 : 2 * (n - 1);
  const double limit = student_t_quantile(1 - error_rate / 2, degrees);
  const double delta = std::abs(difference.mean) * std::sqrt(n) / difference.spread;
  // Far beyond the limit there is nothing to compute, and the noncentral t loses its digits.
  if (delta > 10 * limit + 40) return 1;
  return boost::math::cdf(
      boost::math::complement(boost::math::non_central_t(degrees, delta), limit));
}

std::optional<std::size_t> replicates_needed(const Difference& difference, double error_rate) {
  if (std::isnan(difference.mean) || difference.mean == 0 || std::isnan(difference.spread))
    return std::nullopt;
  if (difference.spread == 0) return 2;
  const auto enough = [&](std::size_t n) {
    return power(difference, n, error_rate) >= wanted_power;
  };
  std::size_t high = 2;
  while (high < most_replicates && !enough(high)) high *= 2;
  if (high > most_replicates) high = most_replicates;
  if (!enough(high)) return std::nullopt;
  std::size_t low = high / 2;  // not enough, or below what a spread needs
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (middle >= 2 && enough(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace clout::stats
