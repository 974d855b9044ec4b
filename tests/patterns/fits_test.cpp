// Lines, parabolas and negative binomials through points that are known, and days in two calls.
#include <array>
#include <cmath>

#include "analysis/patterns/lab.hpp"
#include "analysis/patterns/least_squares.hpp"
#include "analysis/patterns/nbd_fit.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::patterns;

namespace {

/// Expected numbers of consumers, rounded.
std::vector<std::int64_t> panel(double mean, double shape, double consumers) {
  std::vector<std::int64_t> histogram;
  for (const double chance : nbd(mean, shape, 40))
    histogram.push_back(std::llround(chance * consumers));
  return histogram;
}

}  // namespace

TEST_CASE("least squares find the line and the parabola that points lie on") {
  const std::array x = {-1.0, 0.0, 2.0, 5.0};
  std::array<double, 4> line{};
  std::array<double, 4> curve{};
  for (std::size_t n = 0; n < x.size(); ++n) {
    line[n] = 3 - 2 * x[n];
    curve[n] = 1 + 6 * x[n] - 1.5 * x[n] * x[n];
  }
  CHECK(slope(x, line) == Approx(-2));
  CHECK(correlation(x, line) == Approx(-1));
  const Parabola found = parabola(x, curve);
  CHECK(found.linear == Approx(6));
  CHECK(found.square == Approx(-1.5));
  CHECK(found.vertex() == Approx(2));
}

TEST_CASE("a negative binomial panel gives its mean and shape back, with or without zeros") {
  const auto histogram = panel(0.7, 0.5, 1e6);
  for (const Panel which : {Panel::all, Panel::buyers}) {
    const NbdFit fit = fit_nbd(histogram, which);
    CHECK(fit.mean == Approx(0.7).epsilon(0.01));
    CHECK(fit.shape == Approx(0.5).epsilon(0.02));
    CHECK(fit.p > 0.9);
  }
}

TEST_CASE("too many that do not buy are rejected among all, and do not matter among buyers") {
  auto histogram = panel(0.7, 0.5, 10'000);
  histogram[0] += 20'000;
  CHECK(fit_nbd(histogram, Panel::all).p < 0.01);
  CHECK(fit_nbd(histogram, Panel::buyers).p > 0.5);
}

TEST_CASE("a fit without anybody who buys twice has no verdict") {
  CHECK(std::isnan(fit_nbd(std::array<std::int64_t, 2>{100, 5}, Panel::all).p));
}

TEST_CASE("buyers go on buying when days are run in several calls") {
  const Lab lab(scenario::example_scenario(), Effort::quick);
  const graph::Network network = audience_network(1, 5'000, 10);
  engine::Arm arm = lab.arm();
  arm.market.mechanism.word_of_mouth = false;  // a day of it is lost between calls
  arm.market.word_of_mouth.innovation_per_day = 0.01;
  const engine::RunSpec run = lab.run(60, 0);
  engine::World whole = make_world(network, arm, run, random::Replicate{0});
  engine::World parts(whole);
  run_days(whole, 0, 60);
  run_days(parts, 0, 25);
  run_days(parts, 25, 60);
  CHECK(fingerprint(whole) == fingerprint(parts));
}
