// Who wins at which point of a sweep, and what is said of where that flips.
#include "analysis/report/sweep_summary.hpp"

#include <cmath>
#include <limits>

#include "sim/base/diagnostic.hpp"
#include "tests/support/catch.hpp"

using clout::report::summarize;
using clout::report::SweepSummary;
using clout::store::SweepRecord;

namespace {

/// Arms' means of reached at points of rising budget, four replicates around each.
SweepRecord sweep_of(const std::vector<std::vector<double>>& means, double spread = 1) {
  SweepRecord sweep;
  sweep.study.arms.resize(means.front().size());
  const char* const names[] = {"micro", "star", "nothing"};
  for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm)
    sweep.study.arms[arm].name = names[arm];
  sweep.judged_by = "reached";
  std::vector<double> budgets;
  for (std::size_t point = 0; point < means.size(); ++point)
    budgets.push_back(10000.0 * static_cast<double>(point + 1));
  sweep.settings = {{"campaign.launch.budget_usd", "USD", "Budget.", budgets}};
  for (std::uint32_t n = 0; n < 4; ++n)
    sweep.replicates.push_back(static_cast<clout::random::Replicate>(n));
  sweep.figures = {{"reached", "people", "", {}}};
  const double off[] = {-1, 1, 0.5, -0.5};
  for (const auto& point : means) {
    for (std::size_t arm = 0; arm < point.size(); ++arm) {
      for (std::size_t n = 0; n < 4; ++n)
        sweep.figures[0].values.push_back(point[arm] + spread * off[(n + arm) % 4]);
    }
  }
  return sweep;
}

}  // namespace

TEST_CASE("each point has its intervals, its best arm and the chance of that") {
  const SweepSummary summary = summarize(sweep_of({{100, 50}, {100, 200}}));
  REQUIRE(summary.points.size() == 2);
  CHECK(summary.points[0].arms[0].mean == Approx(100));
  CHECK(summary.points[0].arms[0].low < 100);
  CHECK(summary.points[0].best == 0);
  CHECK(summary.points[1].best == 1);
  CHECK(summary.points[0].chance[0] > 0.99);
  CHECK(summary.points[0].settled());
}

TEST_CASE("a flip is told with the bound that divides the winners") {
  const std::string text = summarize(sweep_of({{100, 50}, {100, 60}, {90, 200}, {80, 300}})).text;
  CHECK(text ==
        "It flips: micro has the most people reached on average at 2 of 4 points (settled at 2), "
        "star at 2 (settled at 2). The launch budget tells where: micro up to 20k USD, star from "
        "30k USD on. Settled: a chance of 95% or more that its true mean is the best.");
}

TEST_CASE("a bound that is not kept everywhere says so, and none is named that tells nothing") {
  CHECK(summarize(sweep_of({{100, 50}, {100, 60}, {50, 100}, {100, 60}, {50, 90}, {50, 90}}))
            .said.where ==
        "The launch budget tells where, but for 1 point: micro up to 20k USD, star from 30k USD "
        "on.");
  CHECK(summarize(sweep_of({{100, 50}, {50, 100}, {100, 60}})).said.where ==
        "No bound on a single setting tells where.");
}

TEST_CASE("where an arm has the best mean but is settled nowhere, no flip is claimed") {
  const SweepSummary summary = summarize(sweep_of({{99, 100}, {100, 20}, {100, 30}}, 20));
  REQUIRE(summary.points[0].best == 1);
  CHECK(summary.said.answer ==
        "It is not shown to flip: micro has the most people reached on average at 2 of 3 points "
        "(settled at 2), star at 1 (settled at none).");
  CHECK(summary.said.where.empty());
}

TEST_CASE("that it does not flip is claimed only if one arm is settled everywhere") {
  CHECK(summarize(sweep_of({{100, 50}, {100, 60}})).said.answer ==
        "It does not flip: micro has the most people reached on average at all 2 points (settled "
        "at 2).");
  CHECK(summarize(sweep_of({{100, 99}, {100, 20}}, 20)).said.answer ==
        "It is not shown to flip: micro has the most people reached on average at all 2 points "
        "(settled at 1).");
  CHECK(summarize(sweep_of({{100, 50}, {50, 50}}, 0))
            .text.starts_with("It is not shown to flip: micro has the most people reached on "
                              "average at 1 of 2 points (settled at 1). At 1 of 2 points several "
                              "arms share it."));
}

TEST_CASE("one point, and points that several arms share, are told as such") {
  CHECK(summarize(sweep_of({{100, 50}})).said.answer ==
        "With one point nothing can flip: micro has the most people reached on average at the only "
        "point (settled at 1).");
  const SweepSummary tie = summarize(sweep_of({{50, 50, 10}}, 0));
  CHECK(tie.points[0].tied);
  CHECK_FALSE(tie.points[0].best);
  CHECK(tie.text == "Nobody wins: several arms share the most people reached at the only point.");
}

TEST_CASE("one arm, one replicate and a figure without values claim no winner") {
  CHECK(summarize(sweep_of({{100}, {70}})).text ==
        "With one arm nothing can flip; its mean of people reached goes from 70.0 people at launch "
        "budget 20k USD to 100 people at launch budget 10k USD.");
  SweepRecord one = sweep_of({{100, 50}});
  one.replicates.resize(1);
  one.figures[0].values = {100, 50};
  CHECK(summarize(one).text.ends_with("One replicate decides nothing."));
  SweepRecord none = sweep_of({{100, 50}});
  none.figures[0].values.assign(8, std::numeric_limits<double>::quiet_NaN());
  CHECK(summarize(none).text == "No arm has a value of people reached at any point.");
}

TEST_CASE("an unknown figure is refused with the nearest one") {
  CHECK_THROWS_WITH(summarize(sweep_of({{1, 2}}), "reach"), Catch::Contains("did you mean"));
}
