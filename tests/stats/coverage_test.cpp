// How often the 95% intervals of a study's main figures hold the truth: fixed keyed seeds, 2,000
// repetitions, of which 92 to 97 in 100 must (standard error 0.5 points).

#include <cmath>

#include "analysis/stats/difference.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/quantile_interval.hpp"
#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

constexpr int repetitions = 2000;

void check_coverage(int covered) {
  CHECK(covered >= repetitions * 92 / 100);
  CHECK(covered <= repetitions * 97 / 100);
}

template <typename Interval>
bool holds(const Interval& interval, double truth) {
  return interval.low <= truth && truth <= interval.high;
}

/// Log-normal of this mean and log deviation, as counts of customers and costs are.
std::vector<double> positives(std::size_t count, double mean, double log_deviation,
                              std::uint64_t number) {
  auto values = tests::normals(count, number);
  for (double& value : values)
    value = mean * std::exp(log_deviation * value - log_deviation * log_deviation / 2);
  return values;
}

}  // namespace

TEST_CASE("intervals of a mean over 20 replicates cover 92 to 97 of 100, normal and skewed") {
  int normal = 0, skewed = 0;
  for (std::uint64_t repetition = 0; repetition < repetitions; ++repetition) {
    normal += holds(stats::mean_interval(tests::normals(20, repetition)), 0);
    skewed += holds(stats::mean_interval(positives(20, 500, 0.4, repetition)), 500);
  }
  check_coverage(normal);
  check_coverage(skewed);
}

TEST_CASE("intervals of a paired difference over 20 replicates cover 92 to 97 of 100") {
  int covered = 0;
  for (std::uint64_t repetition = 0; repetition < repetitions; ++repetition) {
    // Two arms that share most of their luck, the second 8% up with some luck of its own.
    const auto a = positives(20, 500, 0.4, 2 * repetition);
    const auto own = positives(20, 1.08, 0.1, 2 * repetition + 1);
    std::vector<double> b;
    for (std::size_t r = 0; r < a.size(); ++r) b.push_back(a[r] * own[r]);
    covered += holds(stats::interval(stats::paired_difference(b, a)), 500 * 0.08);
  }
  check_coverage(covered);
}

TEST_CASE("intervals of the return on investment over 20 replicates cover 92 to 97 of 100") {
  // As in analysis/report: the mean of each replicate's (margin - cost) / cost. Margin and cost
  // vary independently; the mean of 1 / cost is e^(s^2) / mean.
  int covered = 0;
  const double truth = 1300.0 / 1000 * std::exp(0.15 * 0.15) - 1;
  for (std::uint64_t repetition = 0; repetition < repetitions; ++repetition) {
    const auto margin = positives(20, 1300, 0.4, 2 * repetition);
    const auto cost = positives(20, 1000, 0.15, 2 * repetition + 1);
    std::vector<double> roi;
    for (std::size_t r = 0; r < margin.size(); ++r) roi.push_back((margin[r] - cost[r]) / cost[r]);
    covered += holds(stats::mean_interval(roi), truth);
  }
  check_coverage(covered);
}

TEST_CASE("intervals of a 90% quantile over 100 replicates cover 92 to 97 of 100") {
  int covered = 0;
  const double truth = 500 * std::exp(0.8 * 1.2815515655446004 - 0.32);
  for (std::uint64_t repetition = 0; repetition < repetitions; ++repetition)
    covered += holds(stats::quantile_interval(positives(100, 500, 0.8, repetition), 0.9), truth);
  check_coverage(covered);
}
