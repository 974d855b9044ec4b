#include "analysis/stats/stopping.hpp"

#include <cmath>
#include <vector>

#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/multiplicity.hpp"
#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("replicates for a half-width are the fewest that give it") {
  const auto pilot = tests::normals(10, 1);
  const double deviation = stats::moments(pilot).deviation;
  const auto half = [&](double n) {
    return stats::student_t_quantile(0.975, n - 1) * deviation / std::sqrt(n);
  };
  for (const double wanted : {0.5, 0.2, 0.05}) {
    const auto n = stats::replicates_for(pilot, {wanted, false});
    REQUIRE(n);
    CHECK(half(static_cast<double>(*n)) <= wanted);
    CHECK(half(static_cast<double>(*n) - 1) > wanted);
  }
  CHECK(stats::replicates_for(pilot, {10, false}) == std::optional<std::size_t>{10});
  CHECK_FALSE(stats::replicates_for(pilot, {1e-6, false}));
  CHECK_FALSE(stats::replicates_for(std::vector<double>{1}, {1, false}));
}

TEST_CASE("relative precision is a share of the mean's size") {
  const std::vector<double> values{-99, -101, -100, -98, -102};
  CHECK(stats::half_width(values) == Approx(2.776445 * std::sqrt(2.5) / std::sqrt(5)));
  CHECK(stats::precise_enough(values, {0.02, true}));
  CHECK_FALSE(stats::precise_enough(values, {0.019, true}));
  CHECK_FALSE(stats::precise_enough(std::vector<double>{1}, {100, false}));
  CHECK(stats::precise_enough(std::vector<double>{7, 7}, {0.1, true}));
}

TEST_CASE("intervals that are stopped when narrow enough hold the mean in 92 to 97 of 100") {
  int covered = 0;
  double replicates = 0;
  for (std::uint64_t repetition = 0; repetition < 1000; ++repetition) {
    const auto values = tests::normals(200, repetition);
    std::size_t n = 10;
    while (!stats::precise_enough(std::span(values).first(n), {0.35, false})) ++n;
    const auto interval = stats::mean_interval(std::span(values).first(n));
    covered += interval.low <= 0 && 0 <= interval.high;
    replicates += static_cast<double>(n) / 1000;
  }
  CHECK(covered >= 920);
  CHECK(covered <= 970);
  CHECK(replicates == Approx(33).margin(3));  // (1.96 / 0.35)^2 and a little for t
}

TEST_CASE("a winner is named where there is one, and of equal arms in at most 5 studies of 100") {
  int wrong = 0;
  for (std::uint64_t repetition = 0; repetition < 1000; ++repetition) {
    std::vector<std::vector<double>> arms;
    for (std::uint64_t arm = 0; arm < 4; ++arm)
      arms.push_back(tests::normals(40, 10 * repetition + arm));
    const std::vector<std::span<const double>> spans(arms.begin(), arms.end());
    for (const std::size_t look : {std::size_t{10}, std::size_t{20}, std::size_t{40}}) {
      std::vector<std::span<const double>> so_far;
      for (const auto& arm : spans) so_far.push_back(arm.first(look));
      if (!stats::winner(so_far, stats::error_of_look(0.05, 3))) continue;
      ++wrong;
      break;
    }
  }
  CHECK(wrong <= 50);

  std::vector<std::vector<double>> arms{tests::normals(20, 1), tests::normals(20, 2)};
  for (double& value : arms[1]) value += 3;
  const std::vector<std::span<const double>> spans(arms.begin(), arms.end());
  CHECK(stats::winner(spans) == std::optional<std::size_t>{1});
  CHECK(stats::replicates_for_winner(spans) == std::optional<std::size_t>{20});
}

TEST_CASE("replicates until a winner are those of the closest pair") {
  // Leads of 1 and 0.1 with the same spread of pairs: the second decides.
  std::vector<double> a, b, c;
  for (int i = 0; i < 10; ++i) {
    a.push_back(i);
    b.push_back(i - 1 + (i % 2 == 0 ? 0.5 : -0.5));
    c.push_back(i - 0.1 + (i % 2 == 0 ? 0.5 : -0.5));
  }
  const std::vector<std::span<const double>> arms{a, b, c};
  const auto n = stats::replicates_for_winner(arms);
  REQUIRE(n);
  CHECK(*n == *stats::replicates_for_winner(std::vector<std::span<const double>>{a, c}, 0.025));
  CHECK_FALSE(stats::replicates_for_winner(std::vector<std::span<const double>>{a, a}));
}

TEST_CASE("Holm's adjusted p-values") {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
  const auto adjusted = stats::holm(std::vector<double>{0.01, 0.04, 0.03, 0.005});
  const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
  for (std::size_t i = 0; i < 4; ++i) CHECK(adjusted[i] == Approx(expected[i]));
  CHECK(stats::holm(std::vector<double>{0.7, 0.6}) == std::vector<double>{1, 1});
  // R: t.test(a, b, paired = TRUE)$p.value, samples of figures.R.
  const auto difference = stats::paired_difference(tests::sample_a, tests::sample_b);
  CHECK(stats::p_value(difference) == Approx(2 * (1 - stats::chance_above_zero(difference))));
}
