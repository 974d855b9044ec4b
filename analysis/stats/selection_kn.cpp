#include "analysis/stats/selection_kn.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/stats/difference.hpp"
#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

using Arms = std::span<const std::span<const double>>;

/// Means may differ by so much after r replicates before the arm behind is dropped (W of the
/// paper).
double allowance(double h_squared, double pilot_variance, double indifference, double r) {
  return std::max(0.0, indifference / (2 * r) *
                           (h_squared * pilot_variance / (indifference * indifference) - r));
}

std::vector<std::vector<double>> pilot_variances(Arms arms, std::size_t pilot) {
  std::vector<std::vector<double>> variance(arms.size(), std::vector<double>(arms.size()));
  for (std::size_t i = 0; i < arms.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double spread = paired_difference(arms[i].first(pilot), arms[j].first(pilot)).spread;
      variance[i][j] = variance[j][i] = spread * spread;
    }
  }
  return variance;
}

}  // namespace

Selection select_kn(Arms arms, const Promise& promise) {
  CLOUT_EXPECT(arms.size() >= 2 && promise.pilot >= 2 && promise.indifference > 0);
  CLOUT_EXPECT(promise.confidence > 1 / static_cast<double>(arms.size()) && promise.confidence < 1);
  Selection result;
  std::size_t available = arms.front().size();
  for (std::size_t i = 0; i < arms.size(); ++i) {
    result.surviving.push_back(i);
    available = std::min(available, arms[i].size());
  }
  if (available < promise.pilot) return result;

  const double degrees = static_cast<double>(promise.pilot) - 1;
  const double error = 2 * (1 - promise.confidence) / static_cast<double>(arms.size() - 1);
  const double eta = (std::pow(error, -2 / degrees) - 1) / 2;
  const double h_squared = 2 * eta * degrees;
  const auto variance = pilot_variances(arms, promise.pilot);
  std::vector<double> sum(arms.size());
  for (std::size_t r = 1;; ++r) {
    const auto has_value = [&](std::size_t arm) { return arms[arm].size() >= r; };
    if (!std::all_of(result.surviving.begin(), result.surviving.end(), has_value)) break;
    for (const std::size_t arm : result.surviving) sum[arm] += arms[arm][r - 1];
    result.replicates = r;
    if (r < promise.pilot) continue;
    const auto n = static_cast<double>(r);
    const auto beaten = [&](std::size_t arm) {
      return std::any_of(result.surviving.begin(), result.surviving.end(), [&](std::size_t other) {
        if (other == arm) return false;
        const double behind = (sum[other] - sum[arm]) / n;
        const double may = allowance(h_squared, variance[arm][other], promise.indifference, n);
        // Equal arms that have nothing more to hope for: the first one stays.
        return behind > may || (behind == 0 && may == 0 && other < arm);
      });
    };
    std::vector<std::size_t> left;
    for (const std::size_t arm : result.surviving)
      if (!beaten(arm)) left.push_back(arm);
    result.surviving = left;
    if (left.size() == 1) break;
  }
  result.decided = result.surviving.size() == 1;
  return result;
}

}  // namespace clout::stats
