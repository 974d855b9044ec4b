#include "analysis/stats/effect_size.hpp"

#include <cmath>

#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::sample_a;
using tests::sample_b;

// Numbers: tests/reference/stats/figures.R.

TEST_CASE("Cohen's d of pairs and its interval are those of R's noncentral t") {
  const auto difference = stats::paired_difference(sample_a, sample_b);
  const auto paired = stats::effect_size(difference, difference.spread);
  CHECK(paired.value == Approx(1.373198795));
  CHECK(paired.low == Approx(0.1937902349).epsilon(1e-6));
  CHECK(paired.high == Approx(2.493903108).epsilon(1e-6));
  const auto standardised =
      stats::effect_size(difference, stats::average_deviation(sample_a, sample_b));
  CHECK(standardised.value == Approx(0.8430236565));
  CHECK(standardised.low == Approx(0.1189702125).epsilon(1e-6));
  CHECK(standardised.high == Approx(1.53103784).epsilon(1e-6));
}

TEST_CASE("effect sizes mirror, and their intervals hold zero just when the t interval does") {
  const auto there = stats::paired_difference(sample_a, sample_b);
  const auto back = stats::paired_difference(sample_b, sample_a);
  CHECK(stats::effect_size(back, back.spread).low ==
        Approx(-stats::effect_size(there, there.spread).high));
  for (std::uint64_t repetition = 0; repetition < 200; ++repetition) {
    auto a = tests::normals(7, repetition);
    for (double& value : a) value += 0.8;
    const auto difference = stats::paired_difference(a, std::vector<double>(a.size()));
    const auto d = stats::effect_size(difference, difference.spread);
    CHECK((d.low > 0) == (stats::interval(difference).low > 0));
  }
}

TEST_CASE("the huge effects of paired arms keep their intervals in order") {
  for (const double t : {50.0, 500.0, -5000.0, 1e15}) {
    for (const double degrees : {1.0, 3.0, 29.0, 999.0}) {
      const double low = stats::noncentrality(t, degrees, 0.975);
      const double high = stats::noncentrality(t, degrees, 0.025);
      CHECK(low < high);
      CHECK(low <= t);
      CHECK(high >= t);
      CHECK(std::abs(high) < 3 * std::abs(t));
    }
  }
}

TEST_CASE("large effects go over to their approximation without a step") {
  for (const double degrees : {1.0, 2.0, 5.0, 29.0, 999.0, 30000.0}) {
    const double exact_low = stats::noncentrality(200, degrees, 0.975);
    const double exact_high = stats::noncentrality(200, degrees, 0.025);
    const double width = exact_high - exact_low;
    const double beyond = 200 * (1 + 1e-9);
    CAPTURE(degrees);
    CHECK(stats::noncentrality(beyond, degrees, 0.975) == Approx(exact_low).margin(0.01 * width));
    CHECK(stats::noncentrality(beyond, degrees, 0.025) == Approx(exact_high).margin(0.01 * width));
  }
}

TEST_CASE("without spread there is no effect size") {
  const std::vector<double> a{2, 2};
  const auto difference = stats::paired_difference(a, std::vector<double>{1, 1});
  CHECK(std::isnan(stats::effect_size(difference, difference.spread).value));
}

TEST_CASE("intervals of the paired d cover it in 93 to 97 of 100 repetitions") {
  // True d 1, 2,000 repetitions of 8 pairs, standard error 0.5 points: a right interval fails here
  // less than once in 10,000 seeds.
  int covered = 0;
  for (std::uint64_t repetition = 0; repetition < 2000; ++repetition) {
    auto a = tests::normals(8, repetition);
    for (double& value : a) value += 1;
    const auto difference = stats::paired_difference(a, std::vector<double>(a.size()));
    const auto d = stats::effect_size(difference, difference.spread);
    covered += d.low <= 1 && 1 <= d.high;
  }
  CHECK(covered >= 1860);
  CHECK(covered <= 1940);
}
