#include "analysis/stats/percentiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/stats/quantile.hpp"

namespace clout::stats {

Estimate with_percentiles(double value, std::vector<double> draws) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  if (std::any_of(draws.begin(), draws.end(), [](double draw) { return std::isnan(draw); }))
    return {value, none, none};
  std::sort(draws.begin(), draws.end());
  return {value, quantile_of_sorted(draws, 0.025), quantile_of_sorted(draws, 0.975)};
}

}  // namespace clout::stats
