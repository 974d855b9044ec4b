#include "tests/random/goodness.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace clout::testing {

namespace {

double two_sided(double lower, double upper) { return std::min(1.0, 2.0 * std::min(lower, upper)); }

}  // namespace

double normal_p(double z) { return std::erfc(std::fabs(z) / std::sqrt(2.0)); }

double chi_square_p(double statistic, double degrees) {
  return two_sided(boost::math::gamma_p(degrees / 2, statistic / 2),
                   boost::math::gamma_q(degrees / 2, statistic / 2));
}

double poisson_p(double count, double mean) {
  const double at_most = boost::math::gamma_q(count + 1, mean);
  const double at_least = count == 0.0 ? 1.0 : boost::math::gamma_p(count, mean);
  return two_sided(at_most, at_least);
}

double fit_p(std::span<const double> counts, std::span<const double> probabilities, double total) {
  double statistic = 0.0;
  double cells = 0.0;
  double count = 0.0;
  double expected = 0.0;
  double counts_left = total;
  double expected_left = total;
  const auto close_cell = [&] {
    statistic += (count - expected) * (count - expected) / expected;
    cells += 1.0;
    count = expected = 0.0;
  };
  for (std::size_t i = 0; i < counts.size(); ++i) {
    count += counts[i];
    expected += probabilities[i] * total;
    counts_left -= counts[i];
    expected_left -= probabilities[i] * total;
    if (expected >= 10.0 && expected_left >= 10.0) close_cell();
  }
  count += counts_left;
  expected += expected_left;
  close_cell();
  return chi_square_p(statistic, cells - 1.0);
}

double kolmogorov_p(std::vector<double>& sample, const std::function<double(double)>& cdf) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double expected = cdf(sample[i]);
    const auto below = static_cast<double>(i);
    distance = std::max({distance, expected - below / n, (below + 1.0) / n - expected});
  }
  // M. A. Stephens' correction makes the limiting distribution good from n = 100 on.
  const double x = distance * (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n));
  double upper = 0.0;
  for (int k = 1; k <= 100; ++k) upper += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * x * x);
  return std::clamp(x < 0.2 ? 0.0 : upper, 0.0, 1.0);  // under 0.2 the fit is better than chance allows (p < 1e-12)
}

double count_fit_p(const std::vector<double>& sample, std::size_t cells,
                   const std::function<double(double)>& probability) {
  std::vector<double> counts(cells, 0.0);
  std::vector<double> probabilities(cells);
  for (const double value : sample) {
    if (value < static_cast<double>(cells)) counts[static_cast<std::size_t>(value)] += 1.0;
  }
  for (std::size_t i = 0; i < cells; ++i) probabilities[i] = probability(static_cast<double>(i));
  return fit_p(counts, probabilities, static_cast<double>(sample.size()));
}

}  // namespace clout::testing
