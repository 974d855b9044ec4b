#include "analysis/stats/selection_ocba.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

std::size_t greatest_mean(std::span<const Moments> arms) {
  CLOUT_EXPECT(arms.size() >= 2);
  return static_cast<std::size_t>(
      std::max_element(arms.begin(), arms.end(),
                       [](const Moments& a, const Moments& b) { return a.mean < b.mean; }) -
      arms.begin());
}

}  // namespace

std::vector<double> ocba_shares(std::span<const Moments> arms, double indifference) {
  CLOUT_EXPECT(indifference > 0);
  const std::size_t best = greatest_mean(arms);
  const auto spread = [&](std::size_t arm) {
    return std::max(arms[arm].deviation, 1e-6 * indifference);
  };
  std::vector<double> shares(arms.size());
  double sum = 0, squares = 0;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    if (arm == best) continue;
    const double lead = std::max(arms[best].mean - arms[arm].mean, indifference);
    shares[arm] = (spread(arm) / lead) * (spread(arm) / lead);
    sum += shares[arm];
    squares += (shares[arm] / spread(arm)) * (shares[arm] / spread(arm));
  }
  shares[best] = spread(best) * std::sqrt(squares);
  sum += shares[best];
  for (double& share : shares) share /= sum;
  return shares;
}

std::vector<std::size_t> ocba_next(std::span<const Moments> arms, double indifference,
                                   std::size_t increment) {
  const std::vector<double> shares = ocba_shares(arms, indifference);
  std::size_t budget = increment;
  for (const Moments& arm : arms) budget += arm.count;
  std::vector<std::size_t> added(arms.size());
  const auto missing = [&](std::size_t arm) {
    return shares[arm] * static_cast<double>(budget) -
           static_cast<double>(arms[arm].count + added[arm]);
  };
  // One by one to the arm that is farthest below its share: an arm above it gets none, and nothing
  // is lost to rounding.
  for (std::size_t n = 0; n < increment; ++n) {
    std::size_t next = 0;
    for (std::size_t arm = 1; arm < arms.size(); ++arm)
      if (missing(arm) > missing(next)) next = arm;
    ++added[next];
  }
  return added;
}

double chance_of_good_selection(std::span<const Moments> arms, double indifference) {
  const std::size_t best = greatest_mean(arms);
  const auto variance = [&](std::size_t arm) {
    CLOUT_EXPECT(arms[arm].count >= 2);
    return arms[arm].deviation * arms[arm].deviation / static_cast<double>(arms[arm].count);
  };
  double chance = 1;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    if (arm == best) continue;
    const double of_best = variance(best), of_arm = variance(arm);
    const double error = std::sqrt(of_best + of_arm);
    if (error == 0) continue;
    const double degrees = (of_best + of_arm) * (of_best + of_arm) /
                           (of_best * of_best / static_cast<double>(arms[best].count - 1) +
                            of_arm * of_arm / static_cast<double>(arms[arm].count - 1));
    const double lead = arms[best].mean - arms[arm].mean + indifference;
    chance -= boost::math::cdf(boost::math::students_t(degrees), -lead / error);
  }
  return std::max(0.0, chance);
}

}  // namespace clout::stats
