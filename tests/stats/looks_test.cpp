#include "analysis/stats/looks.hpp"

#include <cmath>
#include <vector>

#include "analysis/stats/difference.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/pairing.hpp"
#include "analysis/stats/replicates_needed.hpp"
#include "analysis/stats/stopping.hpp"
#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("a look tells the interval and asks for a little more than it") {
  const auto values = tests::normals(20, 3);
  const auto interval = stats::mean_interval(values);
  const double half = (interval.high - interval.low) / 2;
  const auto seen = stats::look(values, {1.001 * half, false});
  CHECK(seen.mean == Approx(interval.mean));
  CHECK(seen.half_width == Approx(half));
  CHECK_FALSE(seen.enough);
  CHECK(seen.needed == 22);
  CHECK(stats::look(values, {half * std::sqrt(20.0 / 18) * 1.001, false}).enough);
  CHECK(stats::look(std::vector<double>(10, 7.0), {0.001, true}).enough);
  CHECK_FALSE(stats::look(std::vector<double>{1, 2, NAN}, {1000, false}).enough);
}

TEST_CASE("looks are neither too near nor too far") {
  CHECK(stats::next_look(10, 11, 200) == 12);
  CHECK(stats::next_look(10, 14, 200) == 14);
  CHECK(stats::next_look(10, 100'000, 200) == 15);
  CHECK(stats::next_look(100, 101, 200) == 110);
  CHECK(stats::next_look(199, 100'000, 200) == 200);
  CHECK(stats::planned_looks(10, 10) == 1);
  CHECK(stats::planned_looks(10, 15) == 2);
  CHECK(stats::planned_looks(10, 200) == 9);
}

namespace {

struct Coverage {
  int within = 0;   // of what was asked for
  int covered = 0;  // by the interval that is told
};

/// The last look at a study that is looked at until it is enough.
stats::Look stopped_look(std::span<const double> values, std::size_t pilot,
                         const stats::WantedPrecision& wanted) {
  std::size_t n = pilot;
  auto seen = stats::look(values.first(n), wanted);
  while (!seen.enough && n < values.size()) {
    n = stats::next_look(n, seen.needed, values.size());
    seen = stats::look(values.first(n), wanted);
  }
  return seen;
}

/// Studies of normal outcomes with mean 0, run until known within 1.
Coverage coverage_of(double deviation, std::size_t pilot, std::uint64_t studies) {
  Coverage result;
  for (std::uint64_t study = 0; study < studies; ++study) {
    auto values = tests::normals(20 * pilot, study);
    for (double& value : values) value *= deviation;
    const auto seen = stopped_look(values, pilot, {1, false});
    result.within += std::abs(seen.mean) <= 1;
    result.covered += std::abs(seen.mean) <= seen.half_width;
  }
  return result;
}

}  // namespace

TEST_CASE("what is stopped at looks is as precise as asked for in 95 of 100 studies") {
  constexpr int studies = 2000;  // standard error 0.5 points
  for (const double ratio : {1.0, 1.4, 2.0, 3.0}) {
    for (const std::size_t pilot : {std::size_t{10}, std::size_t{20}}) {
      INFO("pilot " << pilot << ", spread " << ratio);
      const double deviation = ratio * std::sqrt(static_cast<double>(pilot)) / 2;
      const Coverage found = coverage_of(deviation, pilot, studies);
      CHECK(found.within >= 0.94 * studies);
      CHECK(found.covered >= 0.92 * studies);
      CHECK(found.covered <= 0.97 * studies);
    }
  }
}

TEST_CASE("of skewed outcomes the interval after stopping covers in 92 to 97 of 100 studies") {
  constexpr int studies = 2000;
  // Log deviations of the outcomes, and the goal: counts of customers have about 0.4; where the
  // standard deviation nears the mean it covers a little less.
  struct Skew {
    double log_deviation, goal, least;
  };
  for (const Skew& skew : {Skew{0.4, 0.1, 0.92}, Skew{0.8, 0.2, 0.90}}) {
    int covered = 0;
    for (std::uint64_t study = 0; study < studies; ++study) {
      auto values = tests::normals(400, study);
      const double s = skew.log_deviation;
      for (double& value : values) value = std::exp(s * value - s * s / 2);  // mean 1
      const auto seen = stopped_look(values, 20, {skew.goal, true});
      covered += std::abs(seen.mean - 1) <= seen.half_width;
    }
    INFO("log deviation " << skew.log_deviation);
    CHECK(covered >= skew.least * studies);
    CHECK(covered <= 0.97 * studies);
  }
}

TEST_CASE("the planned looks name a winner of two equal arms in fewer than 5 of 100 studies") {
  constexpr std::size_t pilot = 10, most = 200;
  const double error = stats::error_of_look(0.05, stats::planned_looks(pilot, most));
  int named = 0;
  for (std::uint64_t study = 0; study < 1000; ++study) {
    std::vector<std::vector<double>> arms;
    for (std::uint64_t arm = 0; arm < 2; ++arm)
      arms.push_back(tests::normals(most, 2 * study + arm));
    bool found = false;
    for (std::size_t n = pilot; !found; n = stats::next_look(n, stats::most_replicates, most)) {
      std::vector<std::span<const double>> so_far;
      for (const auto& arm : arms) so_far.push_back(std::span(arm).first(n));
      found = stats::winner(so_far, error).has_value();
      if (n == most) break;
    }
    named += found;
  }
  CHECK(named < 50);
}

TEST_CASE("what pairing saves is measured with an interval that holds it in 95 of 100 studies") {
  constexpr int studies = 2000;
  for (const double shared : {0.0, 1.0, 3.0}) {  // standard deviation that the arms have in common
    const double truth = shared * shared + 1;
    int held = 0;
    for (std::uint64_t study = 0; study < studies; ++study) {
      const auto luck = tests::normals(15, 3 * study);
      auto a = tests::normals(15, 3 * study + 1);
      auto b = tests::normals(15, 3 * study + 2);
      for (std::size_t i = 0; i < luck.size(); ++i) {
        a[i] += shared * luck[i];
        b[i] += shared * luck[i];
      }
      const auto gain = stats::pairing_gain_interval(a, b);
      CHECK(gain.value == Approx(stats::pairing_gain(a, b)));
      held += gain.low <= truth && truth <= gain.high;
    }
    INFO("shared " << shared);
    CHECK(held >= 0.935 * studies);
    CHECK(held <= 0.965 * studies);
  }
}

TEST_CASE("pairing of arms that say nothing has no interval") {
  const std::vector<double> rising{1, 2, 3, 4}, above{2, 3, 4, 5}, flat{1, 1, 1, 1};
  CHECK(std::isinf(stats::pairing_gain_interval(rising, above).value));
  CHECK(std::isnan(stats::pairing_gain_interval(rising, above).low));
  CHECK(std::isnan(stats::pairing_gain_interval(flat, flat).value));
  CHECK(std::isnan(
      stats::pairing_gain_interval(std::vector<double>{1, 2}, std::vector<double>{2, 1}).low));
}
