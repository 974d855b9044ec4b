#include "analysis/stats/mean_interval.hpp"

#include <cmath>
#include <vector>

#include "sim/random/distributions.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("quantiles of Student's t are those of the printed tables") {
  CHECK(stats::student_t_975(1) == Approx(12.7062).epsilon(1e-5));
  CHECK(stats::student_t_975(4) == Approx(2.77645).epsilon(1e-5));
  CHECK(stats::student_t_975(29) == Approx(2.04523).epsilon(1e-5));
  CHECK(stats::student_t_975(100000) == Approx(1.95998).epsilon(1e-4));
}

TEST_CASE("an interval of five numbers is what a table calculation gives") {
  const std::vector<double> values{2, 4, 4, 5, 10};
  const auto interval = stats::mean_interval(values);
  CHECK(interval.mean == Approx(5));
  CHECK(interval.high - interval.mean == Approx(2.77645 * 3 / std::sqrt(5.0)).epsilon(1e-5));
  CHECK(interval.count == 5);
}

TEST_CASE("one replicate has a mean and no interval") {
  const std::vector<double> one{3};
  CHECK(stats::mean_interval(one).mean == 3);
  CHECK(std::isnan(stats::mean_interval(one).low));
}

TEST_CASE("95% intervals of normal samples cover the mean in 92 to 97 of 100 repetitions") {
  // 1,000 repetitions of 8 values; the standard error of the coverage is 0.7 points.
  const auto key =
      random::stream_key(random::Seed{7}, random::Replicate{0}, random::Purpose::self_test);
  int covered = 0;
  for (std::uint32_t repetition = 0; repetition < 1000; ++repetition) {
    std::vector<double> values;
    for (std::uint32_t n = 0; n < 8; ++n) {
      const auto block = random::draw_block(key, repetition, 0, n);
      values.push_back(random::normal(random::half_block(block, 0), 3.0, 2.0));
    }
    const auto interval = stats::mean_interval(values);
    covered += interval.low <= 3.0 && 3.0 <= interval.high;
  }
  CHECK(covered >= 920);
  CHECK(covered <= 970);
}

TEST_CASE("a paired difference is that of the pairs") {
  const std::vector<double> a{1, 2, 3};
  const std::vector<double> b{0, 1, 2};
  const auto difference = stats::paired_difference(a, b);
  CHECK(difference.mean == 1);
  CHECK(difference.low == 1);
  CHECK(difference.high == 1);
}
