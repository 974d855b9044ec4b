// Adstock over weeks.
#include "analysis/response/carry_over.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clout;

namespace {

/// Spending in the first weeks, customers by a carry-over of so much a week.
response::Observed observed(double carry, std::size_t weeks) {
  response::Observed made;
  for (const double scale : {0.9, 1.0, 1.1}) {
    std::vector<double> spent(weeks, 0);
    for (std::size_t week = 0; week < weeks / 2; ++week) spent[week] = 1000;
    std::vector<double> customers = stats::adstock(spent, carry);
    for (double& each : customers) each *= 0.02 * scale;
    made.customers.push_back(0);
    made.spent_by_week.push_back(spent);
    made.customers_by_week.push_back(customers);
  }
  return made;
}

}  // namespace

TEST_CASE("the carry-over of a week that customers were made by is found") {
  const auto carry = carry_over(observed(0.6, 14), response::resamples(random::Seed{1}, 3));
  REQUIRE(carry.fit);
  CHECK(carry.carry.value == Approx(0.6).epsilon(1e-4));
  CHECK(carry.carry.low <= carry.carry.value + 1e-9);
  CHECK(carry.customers.size() == 14);
  CHECK(carry.customers[0].mean == Approx(20));
  CHECK(carry.customers[0].high > carry.customers[0].mean);
}

TEST_CASE("too few weeks, nothing spent or nobody won say nothing of carry-over") {
  const auto drawn = response::resamples(random::Seed{1}, 3);
  CHECK_FALSE(carry_over(observed(0.6, 4), drawn).fit);
  auto nothing = observed(0.6, 14);
  for (auto& weeks : nothing.spent_by_week) weeks.assign(14, 0);
  CHECK_FALSE(carry_over(nothing, drawn).fit);
  CHECK(std::isnan(carry_over(nothing, drawn).carry.value));
  auto nobody = observed(0.6, 14);
  for (auto& weeks : nobody.customers_by_week) weeks.assign(14, 0);
  CHECK_FALSE(carry_over(nobody, drawn).fit);
}
