#include "analysis/report/factors.hpp"

#include <cmath>

#include "analysis/report/beyond_idle.hpp"
#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

/// One arm beside an idle one, all counts given.
report::Results money_well_spent() {
  report::Results results =
      tests::results_with(tests::small_study({"nothing", "a", "b"}), {{1, 2}, {5, 8}, {3, 3}});
  for (std::size_t r = 0; r < 2; ++r) {
    for (const std::size_t arm : {1U, 2U}) {
      report::Totals& totals = results.totals[r][arm];
      totals.spent_usd = arm == 1 ? 2000 : 4000;
      totals.posts = 10;
      totals.brand.impressions = 400;
      totals.brand.reached = 100;
      totals.contribution_usd = 700 + 100.0 * static_cast<double>(r);
    }
    results.totals[r][0].contribution_usd = 100;
  }
  return results;
}

}  // namespace

TEST_CASE("the steps from money to margin multiply to the margin that campaigns added") {
  const report::Results results = money_well_spent();
  const report::Comparison comparison = report::compare({&results, 1});
  const std::vector<report::Factor> steps = report::factors(comparison);
  for (std::size_t r = 0; r < 2; ++r) {
    double product = 1;
    for (const report::Factor& each : steps) product *= each.values[1][r];
    CHECK(std::abs(product - (600 + 100.0 * static_cast<double>(r))) < 1e-9);
    CHECK(std::isnan(steps.front().values[0][r]));
  }
}

TEST_CASE("one arm's step is so many times another's, replicate by replicate") {
  const report::Results results = money_well_spent();
  const report::Comparison comparison = report::compare({&results, 1});
  const std::vector<report::Factor> steps = report::factors(comparison);
  CHECK(std::abs(report::times(steps[0], 2, 1).mean - 2) < 1e-12);
  CHECK(std::abs(report::times(steps[1], 2, 1).high - 0.5) < 1e-12);
  CHECK(std::isnan(report::times(steps[0], 0, 1).mean));
}

TEST_CASE("what campaigns add is less the idle arm of the same replicate, or unknown") {
  const report::Results results = money_well_spent();
  const report::Comparison comparison = report::compare({&results, 1});
  const auto& bought = comparison.figures[tests::figure_at(comparison, "first_purchases")];
  CHECK(report::values_beyond_idle(comparison, bought, 1) == std::vector<double>{40, 60});
  CHECK(report::beyond_idle(comparison, bought, 1)->mean == 50);
  const report::Results alone = tests::results_with(tests::small_study({"a"}), {{1, 2}});
  const report::Comparison of_one = report::compare({&alone, 1});
  CHECK(!report::idle_beside(of_one, 0));
  CHECK(!report::beyond_idle(of_one, of_one.figures.front(), 0));
}
