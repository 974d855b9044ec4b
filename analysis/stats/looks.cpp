#include "analysis/stats/looks.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/replicates_needed.hpp"
#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

std::size_t half_more(std::size_t now) { return now + (now + 1) / 2; }

/// With the quantile of the replicates that there are, which is a little too large for more.
std::size_t replicates_for_width(double quantile, double deviation, double allowed) {
  if (deviation == 0) return 0;
  const double n = std::pow(quantile * deviation / allowed, 2) + uncounted;
  return n < most_replicates ? static_cast<std::size_t>(std::ceil(n)) : most_replicates;
}

}  // namespace

Look look(std::span<const double> values, const WantedPrecision& wanted, double error_rate) {
  CLOUT_EXPECT(values.size() > uncounted && wanted.half_width > 0);
  const Moments sample = moments(values);
  Look result{sample.mean, sample.deviation, false, most_replicates};
  if (std::isnan(sample.deviation)) return result;
  const auto n = static_cast<double>(values.size());
  const double quantile = student_t_quantile(1 - error_rate / 2, n - 1);
  const double allowed =
      wanted.relative ? wanted.half_width * std::abs(sample.mean) : wanted.half_width;
  result.half_width = quantile * sample.deviation / std::sqrt(n);
  result.enough = quantile * sample.deviation / std::sqrt(n - uncounted) <= allowed;
  result.needed =
      result.enough ? values.size() : replicates_for_width(quantile, sample.deviation, allowed);
  return result;
}

std::size_t next_look(std::size_t now, std::size_t needed, std::size_t most) {
  CLOUT_EXPECT(now < most);
  const std::size_t least = now + std::max<std::size_t>(2, (now + 9) / 10);
  return std::min(most, std::clamp(needed, least, std::max(least, half_more(now))));
}

std::size_t planned_looks(std::size_t pilot, std::size_t most) {
  std::size_t looks = 1;
  for (std::size_t now = pilot; now < most; ++looks) now = next_look(now, most_replicates, most);
  return looks;
}

}  // namespace clout::stats
