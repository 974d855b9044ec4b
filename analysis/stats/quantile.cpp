#include "analysis/stats/quantile.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"

namespace clout::stats {

double quantile_of_sorted(std::span<const double> sorted, double q) {
  CLOUT_EXPECT(!sorted.empty() && q >= 0 && q <= 1);
  const double at = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace clout::stats
