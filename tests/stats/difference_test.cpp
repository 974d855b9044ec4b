#include "analysis/stats/difference.hpp"

#include <cmath>
#include <vector>

#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::sample_a;
using tests::sample_b;
using tests::sample_c;

// Numbers: tests/reference/stats/figures.R.

TEST_CASE("paired differences are those of R's t.test") {
  const auto difference = stats::paired_difference(sample_a, sample_b);
  const auto plain = stats::interval(difference);
  CHECK(plain.mean == Approx(1.233333333));
  CHECK(plain.low == Approx(0.2907866603));
  CHECK(plain.high == Approx(2.175880006));
  CHECK(plain.count == 6);
  const auto of_four = stats::interval(difference, 0.05 / 4);
  CHECK(of_four.low == Approx(-0.1636683899));
  CHECK(of_four.high == Approx(2.630335057));
}

TEST_CASE("unpaired differences are those of R's Welch test") {
  const auto difference = stats::welch_difference(sample_a, sample_c);
  CHECK(difference.degrees == Approx(4.57896913));
  const auto plain = stats::interval(difference);
  CHECK(plain.mean == Approx(0.4833333333));
  CHECK(plain.low == Approx(-3.805007858));
  CHECK(plain.high == Approx(4.771674525));
  CHECK(plain.count == 4);
}

TEST_CASE("the chance to be above zero is Student's, for the mean and for a further replicate") {
  const auto difference = stats::paired_difference(sample_a, sample_b);
  CHECK(stats::chance_above_zero(difference) == Approx(0.9899858739));
  CHECK(stats::chance_further_above_zero(difference) == Approx(0.8702304766));
  const auto other_way = stats::paired_difference(sample_b, sample_a);
  CHECK(stats::chance_above_zero(other_way) == Approx(1 - 0.9899858739));
}

TEST_CASE("samples that do not vary leave no doubt, and equal ones no winner") {
  const std::vector<double> low{1, 2, 3};
  const std::vector<double> high{2, 3, 4};
  const auto ahead = stats::paired_difference(high, low);
  CHECK(stats::interval(ahead).low == 1);
  CHECK(stats::interval(ahead).high == 1);
  CHECK(stats::chance_above_zero(ahead) == 1);
  CHECK(stats::chance_above_zero(stats::paired_difference(low, low)) == 0.5);
  // Differences that differ by rounding alone.
  const std::vector<double> tenths{0.1, 0.2, 0.7};
  const std::vector<double> shifted{1000.1, 1000.2, 1000.7};
  CHECK(stats::paired_difference(shifted, tenths).error == 0);
  const std::vector<double> flat{5, 5};
  CHECK(stats::interval(stats::welch_difference(flat, flat)).low == 0);
}

TEST_CASE("one replicate gives a difference and neither interval nor chance") {
  const std::vector<double> a{2};
  const std::vector<double> b{1};
  for (const auto& difference : {stats::paired_difference(a, b), stats::welch_difference(a, b)}) {
    CHECK(difference.mean == 1);
    CHECK(std::isnan(stats::interval(difference).low));
    CHECK(std::isnan(stats::chance_above_zero(difference)));
    CHECK(std::isnan(stats::chance_further_above_zero(difference)));
  }
}

TEST_CASE("what pairing gains is the ratio of the variances") {
  CHECK(stats::pairing_gain(sample_a, sample_b) == Approx(5.30661157));
  const std::vector<double> flat{1, 1};
  CHECK(std::isnan(stats::pairing_gain(flat, flat)));
}

TEST_CASE("Welch intervals cover the difference in 93 to 97 of 100 repetitions") {
  // Unequal sizes and variances; 2,000 repetitions, standard error 0.5 points: a right interval
  // fails here less than once in 10,000 seeds.
  int covered = 0;
  for (std::uint64_t repetition = 0; repetition < 2000; ++repetition) {
    auto a = tests::normals(6, 2 * repetition);
    for (double& value : a) value *= 4;
    const auto difference =
        stats::interval(stats::welch_difference(a, tests::normals(15, 2 * repetition + 1)));
    covered += difference.low <= 0 && 0 <= difference.high;
  }
  CHECK(covered >= 1860);
  CHECK(covered <= 1940);
}

TEST_CASE("a further replicate lies in each tenth of its predictive distribution equally often") {
  // 4,000 samples of 5: of each tenth 8 to 12 of 100, four standard errors, fail together less than
  // once in 1,000 seeds.
  std::vector<int> tenths(10);
  for (std::uint64_t repetition = 0; repetition < 4000; ++repetition) {
    auto a = tests::normals(6, repetition);
    const std::vector<double> next(5, a.back());
    a.pop_back();
    const double chance = stats::chance_further_above_zero(stats::paired_difference(a, next));
    ++tenths[static_cast<std::size_t>(10 * chance)];
  }
  for (const int count : tenths) {
    CHECK(count >= 320);
    CHECK(count <= 480);
  }
}
