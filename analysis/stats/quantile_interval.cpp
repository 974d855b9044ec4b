#include "analysis/stats/quantile_interval.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/binomial.hpp>

#include "analysis/stats/quantile.hpp"
#include "sim/base/contracts.hpp"

namespace clout::stats {

QuantileInterval quantile_interval(std::span<const double> values, double q) {
  CLOUT_EXPECT(q > 0 && q < 1);
  const double none = std::numeric_limits<double>::quiet_NaN();
  QuantileInterval result{none, none, none, values.size()};
  if (values.empty() ||
      std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); }))
    return result;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  result.value = quantile_of_sorted(sorted, q);
  // The number of values below the true quantile is binomial.
  const boost::math::binomial below(static_cast<double>(sorted.size()), q);
  std::size_t low = 0;  // so many smallest values lie below the interval's low end
  while (low < sorted.size() && boost::math::cdf(below, static_cast<double>(low)) <= 0.025) ++low;
  std::size_t high = 0;  // so many largest values lie above the interval's high end
  while (high < sorted.size() &&
         boost::math::cdf(boost::math::complement(
             below, static_cast<double>(sorted.size() - 1 - high))) <= 0.025)
    ++high;
  if (low > 0 && high > 0) {
    result.low = sorted[low - 1];
    result.high = sorted[sorted.size() - high];
  }
  return result;
}

}  // namespace clout::stats
