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
        "It flips: micro has the highest reached at 2 of 4 points, star at 2; micro up to "
        "campaign.launch.budget_usd 20k USD, star from 30k USD on. The chance of that is 95% or "
        "more at each.");
}

TEST_CASE("a bound that is not kept everywhere says so, and none is named that tells nothing") {
  CHECK(summarize(sweep_of({{100, 50}, {100, 60}, {50, 100}, {100, 60}, {50, 90}, {50, 90}}))
            .text.find("; micro up to campaign.launch.budget_usd 20k USD, star from 30k USD on, "
                       "but for 1 point.") != std::string::npos);
  CHECK(summarize(sweep_of({{100, 50}, {50, 100}, {100, 60}}))
            .text.find("no bound on a single setting tells where") != std::string::npos);
}

TEST_CASE("what does not flip, what is unsure, and what nobody wins") {
  CHECK(summarize(sweep_of({{100, 50}, {100, 60}})).text ==
        "It does not flip: micro has the highest reached at all 2 points. The chance of that is "
        "95% or more at each.");
  CHECK(summarize(sweep_of({{100, 99}, {100, 50}}, 20))
            .text.find("At 1 of 2 points the chance of that is below 95%.") != std::string::npos);
  const SweepSummary tie = summarize(sweep_of({{50, 50, 10}}, 0));
  CHECK(tie.points[0].tied);
  CHECK_FALSE(tie.points[0].best);
  CHECK(tie.text == "Nobody wins: several arms share the highest reached at the only point.");
}

TEST_CASE("one arm, one replicate and a figure without values claim no winner") {
  CHECK(summarize(sweep_of({{100}, {70}})).text ==
        "With one arm nothing can flip; its reached goes from 70.0 people at "
        "campaign.launch.budget_usd 20k to 100 people at campaign.launch.budget_usd 10k.");
  SweepRecord one = sweep_of({{100, 50}});
  one.replicates.resize(1);
  one.figures[0].values = {100, 50};
  CHECK(summarize(one).text.ends_with("One replicate decides nothing."));
  SweepRecord none = sweep_of({{100, 50}});
  none.figures[0].values.assign(8, std::numeric_limits<double>::quiet_NaN());
  CHECK(summarize(none).text == "reached is not defined for any arm at any point.");
}

TEST_CASE("an unknown figure is refused with the nearest one") {
  CHECK_THROWS_WITH(summarize(sweep_of({{1, 2}}), "reach"), Catch::Contains("did you mean"));
}

TEST_CASE("values of settings are as short as they are") {
  using clout::report::value_text;
  const clout::store::SweptSetting numbers{"k", "USD", "",
                                           std::vector<double>{250000, 0.05, 100, 0, 12345}};
  CHECK(value_text(numbers, 0) == "250k");
  CHECK(value_text(numbers, 1) == "0.05");
  CHECK(value_text(numbers, 2) == "100");
  CHECK(value_text(numbers, 3) == "0");
  CHECK(value_text({"k", "1", "", std::vector<std::int32_t>{1}}, 0) == "yes");
  CHECK(value_text({"k", "1", "", std::vector<std::string>{"mega"}}, 0) == "mega");
}
