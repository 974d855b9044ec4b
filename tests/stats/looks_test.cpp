#include "analysis/stats/looks.hpp"

#include <cmath>
#include <vector>

#include "analysis/stats/difference.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/pairing.hpp"
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

/// Studies of normal outcomes with mean 0, run until known within 1.
Coverage coverage_of(double deviation, std::size_t pilot, std::uint64_t studies) {
  Coverage result;
  const std::size_t most = 20 * pilot;
  for (std::uint64_t study = 0; study < studies; ++study) {
    auto values = tests::normals(most, study);
    for (double& value : values) value *= deviation;
    std::size_t n = pilot;
    auto seen = stats::look(std::span(values).first(n), {1, false});
    while (!seen.enough && n < most) {
      n = stats::next_look(n, seen.needed, most);
      seen = stats::look(std::span(values).first(n), {1, false});
    }
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
