// Curves, marginal returns and saturation of outcomes that are known.
#include "analysis/response/curve.hpp"

#include <cmath>

#include "tests/response/made_response.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using market::Tier;
using response::Curve;
using response::Measure;
using tests::made_observations;
using tests::made_study;

namespace {

const stats::HillCurve known{0, 400'000, 60'000, 1.3};

response::ResponseStudy study() {
  response::Plan plan;
  plan.tiers = {Tier::micro, Tier::macro};
  return made_study(plan);
}

double by_known(const response::StudyArm&, double spent) { return stats::value(known, spent); }

}  // namespace

TEST_CASE("the curve that outcomes were made by is found, with its marginal return") {
  const auto made = study();
  const auto curves = curves_of(made, made_observations(made, by_known), Measure::contribution,
                                response::resamples(random::Seed{1}, 4));
  REQUIRE(curves.size() == 3);
  for (const Curve& curve : curves) {
    REQUIRE(curve.points.size() == 9);
    CHECK(curve.points[curve.present].budget_usd == 50'000);
    REQUIRE(curve.fitted);
    CHECK(curve.fitted->gain.value == Approx(known.gain).epsilon(1e-4));
    CHECK(curve.fitted->half.value == Approx(known.half).epsilon(1e-4));
    CHECK(curve.fitted->exponent.value == Approx(known.exponent).epsilon(1e-4));
    CHECK(curve.money.marginal_roi.value ==
          Approx(stats::marginal(known, 50'000) - 1).epsilon(1e-4));
    CHECK(stats::marginal(known, curve.money.saturation_usd.value) == Approx(1).epsilon(1e-3));
  }
}

TEST_CASE("customers have a curve of their own, and money is by contribution all the same") {
  const auto made = study();
  const auto curves = curves_of(made, made_observations(made, by_known), Measure::customers,
                                response::resamples(random::Seed{1}, 4));
  CHECK(curves[0].fitted->gain.value == Approx(known.gain / 10).epsilon(1e-4));
  CHECK(curves[0].money.marginal_roi.value ==
        Approx(stats::marginal(known, 50'000) - 1).epsilon(1e-4));
}

TEST_CASE("intervals widen with the spread over replicates, and hold what is true") {
  const auto made = study();
  const auto curves = curves_of(made, made_observations(made, by_known, {-0.2, 0.1, 0.2, -0.1}),
                                Measure::contribution, response::resamples(random::Seed{1}, 4));
  const stats::Estimate& roi = curves[0].money.marginal_roi;
  CHECK(roi.low < stats::marginal(known, 50'000) - 1.05);
  CHECK(roi.high > stats::marginal(known, 50'000) - 0.95);
  CHECK(curves[0].money.saturation_usd.low < curves[0].money.saturation_usd.high);
}

TEST_CASE("budgets that buy nobody have no curve, and say so") {
  const auto made = study();
  auto observations = made_observations(made, [](const auto&, double) { return 0.0; });
  for (auto& arm : observations.arms) arm.spent_usd.assign(4, 0);
  const auto all = response_of(made, observations, Measure::customers);
  for (const Curve& curve : all.curves) {
    CHECK_FALSE(curve.fitted);
    CHECK(std::isnan(curve.money.marginal_roi.value));
    CHECK(std::isnan(curve.money.saturation_usd.value));
    CHECK(std::isnan(curve.money.next_step_roi.value));
  }
  CHECK_FALSE(all.next.curve);
  CHECK_FALSE(all.same_budget.best);
  CHECK(all.next.text.find("cannot be told") != std::string::npos);
}

TEST_CASE("one replicate has curves without intervals, and no chances") {
  const auto made = study();
  const auto all = response_of(made, made_observations(made, by_known, {0}), Measure::contribution);
  const Curve& curve = all.curves.front();
  CHECK(curve.fitted->half.value == Approx(known.half).epsilon(1e-4));
  CHECK(std::isnan(curve.fitted->half.low));
  CHECK(std::isnan(curve.money.marginal_roi.high));
  CHECK(std::isnan(curve.money.saturation_usd.low));
  CHECK(std::isnan(all.carry_over.front().carry.low));
  CHECK(std::isnan(all.next.chance));
  CHECK(all.next.text.find("says nothing of luck") != std::string::npos);
}

TEST_CASE("the next dollar goes to the tier with the steepest curve, or nowhere") {
  const auto made = study();
  const auto steeper_macro = [](double scale) {
    return [scale](const response::StudyArm& arm, double spent) {
      return (arm.tier == Tier::macro ? 1.5 : 1) * scale * stats::value(known, spent);
    };
  };
  const auto pays =
      response_of(made, made_observations(made, steeper_macro(1)), Measure::customers);
  CHECK(pays.next.curve == 2);
  CHECK(pays.next.chance == 1);
  CHECK(pays.next.text.rfind("The next dollar is best spent on macro:", 0) == 0);
  const auto loses =
      response_of(made, made_observations(made, steeper_macro(0.05)), Measure::customers);
  CHECK(loses.next.text.rfind("The next dollar is best kept: even macro", 0) == 0);
  for (const auto& each : {pays, loses}) CHECK(each.next.text.find("is open") == std::string::npos);
}

TEST_CASE("whether the next dollar pays is open where the interval of its return holds 1") {
  const auto made = study();
  for (const double scale : {0.37, 0.42}) {  // a little below and above a dollar for a dollar
    const auto about_one = [scale](const response::StudyArm&, double spent) {
      return scale * stats::value(known, spent);
    };
    const auto all = response_of(made, made_observations(made, about_one, {-0.2, 0.1, 0.2, -0.1}),
                                 Measure::contribution);
    INFO(all.next.text);
    CHECK(all.next.text.ends_with("Whether it pays is open: the interval holds 1 USD."));
  }
}

TEST_CASE("the last worthwhile dollar of S-shaped, concave and hopeless curves") {
  CHECK(response::last_worthwhile({0, 1000, 100, 1}, 1e4) ==
        Approx(std::sqrt(1000.0 * 100) - 100).epsilon(1e-9));
  CHECK(response::last_worthwhile({0, 1000, 100, 1}, 50) == 50);  // not reached
  CHECK(response::last_worthwhile({0, 50, 100, 1}, 1e4) == 0);    // half a dollar from the start
  CHECK(response::last_worthwhile({0, -1000, 100, 1}, 1e4) == 0);
  const stats::HillCurve s_shaped{0, 1000, 100, 3};
  const double end = response::last_worthwhile(s_shaped, 1e4);
  CHECK(end > 100);
  CHECK(stats::marginal(s_shaped, end) == Approx(1).epsilon(1e-9));
}
