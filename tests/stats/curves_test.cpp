#include <cmath>

#include "analysis/stats/adstock.hpp"
#include "analysis/stats/hill.hpp"
#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using stats::marginal;
using stats::value;

TEST_CASE("a Hill curve's parameters are found from exact values") {
  const std::vector<double> x{0, 0.5, 1, 2, 3, 5, 8, 12, 20, 40};
  for (const stats::HillCurve& true_curve :
       {stats::HillCurve{2, 10, 3, 1.7}, stats::HillCurve{0, 500, 10, 1},
        stats::HillCurve{-1, 4, 6, 0.6}, stats::HillCurve{8, -5, 4, 3}}) {
    std::vector<double> y;
    for (const double each : x) y.push_back(value(true_curve, each));
    const auto fit = stats::fit_hill(x, y);
    CAPTURE(true_curve.gain, true_curve.exponent);
    CHECK(fit.curve.base == Approx(true_curve.base).margin(1e-5));
    CHECK(fit.curve.gain == Approx(true_curve.gain).epsilon(1e-5));
    CHECK(fit.curve.half == Approx(true_curve.half).epsilon(1e-5));
    CHECK(fit.curve.exponent == Approx(true_curve.exponent).epsilon(1e-5));
  }
}

TEST_CASE("a Hill curve through zero has no base to fit") {
  const std::vector<double> x{1, 2, 4, 8, 16};
  std::vector<double> y;
  for (const double each : x) y.push_back(value({0, 7, 5, 1.2}, each));
  const auto fit = stats::fit_hill(x, y, stats::HillBase::zero);
  CHECK(fit.base.value == 0);
  CHECK(fit.curve.gain == Approx(7).epsilon(1e-6));
  CHECK(fit.curve.half == Approx(5).epsilon(1e-6));
}

TEST_CASE("the marginal value of a Hill curve is its slope") {
  const stats::HillCurve curve{2, 10, 3, 1.7};
  for (const double x : {0.1, 1.0, 3.0, 30.0}) {
    const double slope = (value(curve, x + 1e-5) - value(curve, x - 1e-5)) / 2e-5;
    CHECK(marginal(curve, x) == Approx(slope).epsilon(1e-6));
  }
  CHECK(marginal(curve, 0) == 0);
  CHECK(marginal({0, 6, 3, 1}, 0) == 2);
  CHECK(std::isinf(marginal({0, 6, 3, 0.5}, 0)));
}

TEST_CASE(
    "intervals of a Hill curve's parameters hold the truth in 92 to 97.5 of 100 repetitions") {
  const std::vector<double> levels{0, 1, 2, 3, 4, 6, 8, 12, 20, 30};
  std::vector<double> x;
  for (int repeat = 0; repeat < 3; ++repeat) x.insert(x.end(), levels.begin(), levels.end());
  const stats::HillCurve true_curve{2, 10, 3, 1.7};
  int gain = 0, half = 0, exponent = 0;
  for (std::uint64_t repetition = 0; repetition < 600; ++repetition) {
    auto y = tests::normals(x.size(), repetition);
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = value(true_curve, x[i]) + 0.3 * y[i];
    const auto fit = stats::fit_hill(x, y);
    gain += fit.gain.low <= 10 && 10 <= fit.gain.high;
    half += fit.half.low <= 3 && 3 <= fit.half.high;
    exponent += fit.exponent.low <= 1.7 && 1.7 <= fit.exponent.high;
  }
  for (const int covered : {gain, half, exponent}) {
    CHECK(covered >= 552);
    CHECK(covered <= 585);
  }
}

namespace {

/// Flights of three weeks in ten, of changing size.
std::vector<double> flights() {
  std::vector<double> x;
  for (int week = 0; week < 60; ++week) x.push_back(week % 10 < 3 ? 5.0 + week % 4 : 0.0);
  return x;
}

/// Outcomes of an adstock with carry 0.6, gain 1.5 and base 20.
std::vector<double> outcomes_of(const std::vector<double>& x) {
  auto y = stats::adstock(x, 0.6);
  for (double& each : y) each = 20 + 1.5 * each;
  return y;
}

}  // namespace

TEST_CASE("an adstock's carry, gain and base are found from an exact series") {
  CHECK(stats::adstock(std::vector<double>{1, 0, 2}, 0.5) == std::vector<double>{1, 0.5, 2.25});
  const auto fit = stats::fit_adstock(flights(), outcomes_of(flights()));
  CHECK(fit.carry.value == Approx(0.6).epsilon(1e-6));
  CHECK(fit.gain.value == Approx(1.5).epsilon(1e-6));
  CHECK(fit.base.value == Approx(20).epsilon(1e-6));
  CHECK(fit.half_life == Approx(std::log(0.5) / std::log(0.6)).epsilon(1e-5));
}

TEST_CASE("intervals of an adstock's carry and gain hold the truth in 92 to 97.5 of 100") {
  const auto x = flights();
  int carry = 0, gain = 0;
  for (std::uint64_t repetition = 0; repetition < 600; ++repetition) {
    auto y = outcomes_of(x);
    const auto noise = tests::normals(y.size(), repetition);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] += noise[i];
    const auto fit = stats::fit_adstock(x, y);
    carry += fit.carry.low <= 0.6 && 0.6 <= fit.carry.high;
    gain += fit.gain.low <= 1.5 && 1.5 <= fit.gain.high;
  }
  for (const int covered : {carry, gain}) {
    CHECK(covered >= 552);
    CHECK(covered <= 585);
  }
}

TEST_CASE("too few observations give a curve without errors") {
  const std::vector<double> x{1, 2, 4};
  const std::vector<double> y{1, 1.5, 1.8};
  const auto fit = stats::fit_hill(x, y, stats::HillBase::zero);
  CHECK(std::isnan(fit.gain.error));
  CHECK(std::isnan(fit.residual));
}
