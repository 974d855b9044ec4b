#include "analysis/stats/stopping.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/stats/difference.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/replicates_needed.hpp"
#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

double allowed(const WantedPrecision& wanted, double mean) {
  CLOUT_EXPECT(wanted.half_width > 0);
  return wanted.relative ? wanted.half_width * std::abs(mean) : wanted.half_width;
}

double half_width_of(double deviation, std::size_t replicates) {
  if (deviation == 0) return 0;
  const auto n = static_cast<double>(replicates);
  return student_t_quantile(0.975, n - 1) * deviation / std::sqrt(n);
}

std::size_t greatest_mean(std::span<const std::span<const double>> arms) {
  std::size_t best = 0;
  for (std::size_t arm = 1; arm < arms.size(); ++arm)
    if (moments(arms[arm]).mean > moments(arms[best]).mean) best = arm;
  return best;
}

double error_of_pair(std::span<const std::span<const double>> arms, double error_rate) {
  CLOUT_EXPECT(arms.size() >= 2);
  return error_rate / static_cast<double>(arms.size() - 1);
}

}  // namespace

double half_width(std::span<const double> values) {
  if (values.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  return half_width_of(moments(values).deviation, values.size());
}

bool precise_enough(std::span<const double> values, const WantedPrecision& wanted) {
  return half_width(values) <= allowed(wanted, moments(values).mean);
}

std::optional<std::size_t> replicates_for(std::span<const double> pilot,
                                          const WantedPrecision& wanted) {
  const Moments sample = moments(pilot);
  if (std::isnan(sample.deviation)) return std::nullopt;
  const double most = allowed(wanted, sample.mean);
  const auto enough = [&](std::size_t n) { return half_width_of(sample.deviation, n) <= most; };
  if (enough(pilot.size())) return pilot.size();
  if (!enough(most_replicates)) return std::nullopt;
  std::size_t low = pilot.size(), high = most_replicates;  // not enough; enough
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (enough(middle) ? high : low) = middle;
  }
  return high;
}

std::optional<std::size_t> winner(std::span<const std::span<const double>> arms,
                                  double error_rate) {
  const double error = error_of_pair(arms, error_rate);
  const std::size_t best = greatest_mean(arms);
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    if (arm == best) continue;
    const bool ahead = interval(paired_difference(arms[best], arms[arm]), error).low > 0;
    if (!ahead) return std::nullopt;
  }
  return best;
}

std::optional<std::size_t> replicates_for_winner(std::span<const std::span<const double>> pilot,
                                                 double error_rate) {
  const double error = error_of_pair(pilot, error_rate);
  const std::size_t best = greatest_mean(pilot);
  std::size_t most = pilot[best].size();
  for (std::size_t arm = 0; arm < pilot.size(); ++arm) {
    if (arm == best) continue;
    const auto needed = replicates_needed(paired_difference(pilot[best], pilot[arm]), error);
    if (!needed) return std::nullopt;
    most = std::max(most, *needed);
  }
  return most;
}

}  // namespace clout::stats
