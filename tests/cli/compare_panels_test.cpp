#include "sim/cli/compare_panels.hpp"

#include <cmath>

#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using cli::compare_panels;
using tests::results_with;
using tests::small_study;

namespace {

std::vector<cli::ComparePanel> panels_of(const report::Results& results,
                                         const report::CompareOptions& options = {}) {
  return compare_panels(report::compare({&results, 1}, options));
}

/// Two arms that sell beside one that does not advertise; ten people to an agent.
report::Results with_idle() {
  return results_with(small_study({"micro", "macro", "nothing"}),
                      {{12, 15, 11}, {9, 14, 10}, {8, 11, 10}});
}

}  // namespace

TEST_CASE("the first panel is the verdict's figure less that of the arm without campaigns") {
  const auto panels = panels_of(with_idle(), {.reference = "macro", .by = ""});
  const auto& headline = panels.front();
  CHECK(headline.outcome);
  CHECK(headline.title == "New customers");
  CHECK(headline.explanation == "people, more than without a campaign");
  const auto micro = stats::mean_interval(std::vector<double>{40, 40, 10});  // by hand
  CHECK(headline.arms[0].mean == Approx(micro.mean));
  CHECK(headline.arms[0].low == Approx(micro.low));
  CHECK(headline.arms[0].high == Approx(micro.high));
  CHECK(headline.arms[1].mean == Approx((10 + 30 + 0) / 3.0));
  CHECK(headline.arms[2].mean == 0);
}

TEST_CASE("where no arm goes without campaigns the reference is taken off, as in the table") {
  const auto results =
      results_with(small_study({"a", "b", "c"}), {{12, 15, 11}, {9, 14, 10}, {8, 11, 10}});
  const auto comparison = report::compare({&results, 1}, {.reference = "b", .by = ""});
  const auto headline = compare_panels(comparison).front();
  const auto& table = comparison.figures[comparison.judged_by].arms[0].difference;
  CHECK(headline.explanation == "people, more than b; 95% for all 2 together");
  CHECK(headline.arms[0].mean == table.mean);
  CHECK(headline.arms[0].low == table.low);
  CHECK(headline.arms[1].mean == 0);
}

TEST_CASE("one arm alone is shown as it is") {
  const auto results = results_with(small_study({"micro"}), {{12, 15, 12}});
  const auto headline = panels_of(results).front();
  CHECK(headline.arms[0].mean == 130);
  CHECK(headline.explanation == "people who bought for the first time");
}

TEST_CASE("a figure that is a difference already has nothing taken off") {
  const auto headline =
      panels_of(with_idle(), {.reference = "", .by = "incremental_customers"}).front();
  CHECK(headline.title == "Customers won");
  CHECK(headline.arms[0].mean == Approx(30));
}

TEST_CASE("return on spend is an outcome, and n/a where nothing was spent") {
  auto results = with_idle();
  for (std::size_t r = 0; r < 3; ++r) {
    results.totals[r][0].spent_usd = 100;
    results.totals[r][0].contribution_usd = 150.0 + static_cast<double>(r);
  }
  const auto panels = panels_of(results);
  CHECK(panels[1].title == "Return on spend");
  CHECK(panels[1].outcome);
  CHECK(panels[1].arms[0].mean == Approx(0.51));
  CHECK(std::isnan(panels[1].arms[1].mean));
  CHECK(std::isnan(panels[1].arms[2].mean));
}

TEST_CASE("a return without an interval is not shown") {
  auto results = results_with(small_study({"micro", "nothing"}), {{12}, {8}});
  results.totals[0][0].spent_usd = 100;
  for (const auto& each : panels_of(results)) CHECK(each.title != "Return on spend");
}

TEST_CASE("no figure is shown twice, and the next one takes the place of the verdict's") {
  auto results = with_idle();
  for (auto& replicate : results.totals) {
    replicate[0].brand.reached = 20;
    replicate[0].brand.impressions = 30;
    replicate[0].brand.engagements = 3;
  }
  const auto usual = panels_of(results);
  CHECK(usual[usual.size() - 2].title == "People reached");
  CHECK(usual.back().title == "Engagement");
  CHECK(usual.back().arms[0].mean == Approx(0.1));
  const auto by_reach = panels_of(results, {.reference = "", .by = "reached"});
  CHECK(by_reach.front().title == "People reached");
  CHECK(by_reach[by_reach.size() - 2].title == "Engagement");
  CHECK(by_reach.back().title == "Repetition");
  CHECK(by_reach.back().arms[0].mean == Approx(1.5));
}

TEST_CASE("a figure without words of its own is named by its key and its unit") {
  const auto headline = panels_of(with_idle(), {.reference = "", .by = "repeat_purchases"}).front();
  CHECK(headline.title == "Repeat purchases");
  CHECK(headline.explanation == "people, more than without a campaign");
}
