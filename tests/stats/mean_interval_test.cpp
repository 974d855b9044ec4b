#include "analysis/stats/mean_interval.hpp"

#include <cmath>
#include <vector>

#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("quantiles of Student's t are those of the printed tables") {
  CHECK(stats::student_t_quantile(0.975, 1) == Approx(12.7062).epsilon(1e-5));
  CHECK(stats::student_t_quantile(0.975, 4) == Approx(2.77645).epsilon(1e-5));
  CHECK(stats::student_t_quantile(0.975, 29) == Approx(2.04523).epsilon(1e-5));
  CHECK(stats::student_t_quantile(0.975, 100000) == Approx(1.95998).epsilon(1e-4));
}

TEST_CASE("an interval of five numbers is what a table calculation gives") {
  const std::vector<double> values{2, 4, 4, 5, 10};
  const auto interval = stats::mean_interval(values);
  CHECK(interval.mean == Approx(5));
  CHECK(interval.high - interval.mean == Approx(2.77645 * 3 / std::sqrt(5.0)).epsilon(1e-5));
  CHECK(interval.count == 5);
}

TEST_CASE("one replicate has a mean and no interval, none has neither") {
  const std::vector<double> one{3};
  CHECK(stats::mean_interval(one).mean == 3);
  CHECK(std::isnan(stats::mean_interval(one).low));
  CHECK(std::isnan(stats::mean_interval({}).mean));
}

TEST_CASE("95% intervals of normal samples cover the mean in 92 to 97 of 100 repetitions") {
  // 1,000 repetitions of 8 values; the standard error of the coverage is 0.7 points, so that a
  // right interval fails here less than once in 1,000 seeds.
  int covered = 0;
  for (std::uint64_t repetition = 0; repetition < 1000; ++repetition) {
    const auto interval = stats::mean_interval(tests::normals(8, repetition));
    covered += interval.low <= 0 && 0 <= interval.high;
  }
  CHECK(covered >= 920);
  CHECK(covered <= 970);
}
