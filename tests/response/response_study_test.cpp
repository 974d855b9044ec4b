// The arms behind response curves.
#include "analysis/response/response_study.hpp"

#include <algorithm>

#include "sim/base/diagnostic.hpp"
#include "tests/response/made_response.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using market::Tier;
using response::Plan;
using response::Role;
using response::StudyArm;
using tests::made_study;

namespace {

/// The message, which must be one.
std::string refusal(const scenario::Scenario& study, const Plan& plan) {
  try {
    response_study(study, plan);
  } catch (const InputError& error) {
    REQUIRE(error.diagnostics().size() == 1);
    return to_string(error.diagnostics().front());
  }
  return "";
}

}  // namespace

TEST_CASE("budgets lie at equal ratios around the campaign's own, which is among them") {
  const auto made = made_study({.campaign = {}, .tiers = {Tier::macro}});
  std::vector<double> budgets;
  for (const StudyArm& arm : made.arms) {
    if (arm.role == Role::budget && !arm.tier) budgets.push_back(arm.budget_usd);
  }
  REQUIRE(budgets.size() == 9);
  CHECK(budgets.front() == 50'000 / 8.0);
  CHECK(budgets.back() == 200'000);
  CHECK(std::is_sorted(budgets.begin(), budgets.end()));
  CHECK(std::count(budgets.begin(), budgets.end(), 50'000) == 1);
  CHECK(budgets[1] / budgets[0] == Approx(budgets[8] / budgets[7]));
}

TEST_CASE("a budget that the grid meets is no further point") {
  const auto made = made_study({.campaign = {}, .steps = 6, .tiers = {Tier::macro}});
  const auto own = [](const StudyArm& arm) { return arm.role == Role::budget && !arm.tier; };
  CHECK(std::count_if(made.arms.begin(), made.arms.end(), own) == 6);
}

TEST_CASE("the campaign's own tier is not run twice") {
  const auto made = made_study({.campaign = {}, .tiers = {Tier::micro, Tier::macro}});
  CHECK(response::is_own_tier(campaign_of(made), Tier::micro));
  for (const StudyArm& arm : made.arms) CHECK_FALSE(arm.tier == Tier::micro);
}

TEST_CASE("only tiers that can exist get money, unless they are asked for") {
  const auto made = made_study({});
  CHECK(std::count(made.tiers.begin(), made.tiers.end(), Tier::micro) == 1);
  CHECK(made.tiers.size() <= market::tiers);
  CHECK(made.arms.front().role == Role::idle);
  CHECK(made.study.arms.front().campaigns.empty());
  CHECK(made.study.arms.size() == made.arms.size());
}

TEST_CASE(
    "more posts by the same accounts: budget and fixed cost grow alike, and true cost is told") {
  auto study = scenario::example_scenario();
  study.campaigns[0].production_cost_usd = 4'000;
  Plan plan;
  plan.campaign = "spring";
  plan.posts = {6};
  const auto made = response_study(study, plan);
  const auto arm = std::find_if(made.arms.begin(), made.arms.end(), [](const StudyArm& each) {
    return each.role == Role::same_roster;
  });
  REQUIRE(arm != made.arms.end());
  CHECK(arm->budget_usd == 4'000 + 2 * 46'000);
  // Ten accounts at 100 USD a post: the simulation counts twice the fixed cost of 50 USD each.
  CHECK(true_cost_usd(campaign_of(made), *arm, 4'000 + 10 * (6 * 100 + 100), 10) ==
        4'000 + 10 * (6 * 100 + 50));
}

TEST_CASE("what cannot be asked is told in one message") {
  auto study = scenario::example_scenario();
  Plan plan;
  plan.campaign = "sprung";
  CHECK(refusal(study, plan).find("the study has no campaign 'sprung'") != std::string::npos);
  CHECK(refusal(study, plan).find("one of: spring") != std::string::npos);
  plan.campaign = "spring";
  auto few = study;
  few.graph.accounts = 1'000;
  plan.tiers = {Tier::mega};
  CHECK(refusal(few, plan).find("hires mega accounts") != std::string::npos);
  plan.tiers = {};
  study.campaigns[0].budget_usd = 0;
  CHECK(refusal(study, plan).find("is 0") != std::string::npos);
  study.campaigns[0].budget_usd = 50'000;
  study.campaigns[0].production_cost_usd = 8'000;
  CHECK(refusal(study, plan).find("does not pay the production of 8000 USD") != std::string::npos);
}
