#include "analysis/report/figures.hpp"

#include <cmath>
#include <set>

#include "analysis/report/results.hpp"
#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::quiet_outcome;
using tests::small_study;

namespace {

constexpr std::size_t other = 0;
constexpr std::size_t acme = 1;
constexpr std::size_t micro = 1;  // tier

/// An arm that reaches 40 and 20 agents of two niches and sells on three days, and the trust of
/// micro-influencers.
engine::Outcome busy_outcome(const store::StudyRecord& study) {
  engine::Outcome outcome = quiet_outcome(study, 0, 0);
  auto& first = outcome.days[0].brand[acme];
  first.impressions = 100;
  first.reached = 60;
  first.engagements = 8;
  first.clicks = 4;
  first.heard = 10;
  first.heard_negative = 1;
  first.talks = 5;
  first.first_purchases = 6;
  outcome.days[1].brand[acme].first_purchases = 1;
  outcome.days[2].brand[acme].first_purchases = 1;
  outcome.days[2].brand[acme].repeat_purchases = 2;
  outcome.days[2].brand[other].first_purchases = 500;  // is not advertised: in no figure
  outcome.days[0].reached_in_niche = {7, 7, 40, 20};
  outcome.end.stage[acme] = {900, 60, 32, 6, 2};
  outcome.end.stage[other] = {0, 0, 0, 0, 1000};
  outcome.start.living[micro] = 200;
  outcome.start.trust[micro] = 200 * 65535 / 2;
  outcome.end.living[micro] = 150;
  outcome.end.trust[micro] = 150 * 65535 / 5;
  auto& tier = outcome.days[0].tier[micro];
  tier = {.posts = 3,
          .deliveries = 600,
          .impressions = 200,
          .sponsored_impressions = 50,
          .engagements = 30,
          .sponsored_engagements = 5,
          .replies = 9,
          .unfollows = 70,
          .new_follows = 20,
          .suspicion = 4 * 65535 / 5,
          .recognised = 4};
  engine::CampaignOutcome campaign;
  campaign.hired[micro] = 2;
  campaign.posts = 2;
  campaign.spent_usd = 500;
  campaign.left_over_usd = 20;
  campaign.calendar = {{0, {}, market::Tier::micro, 600, 5}, {1, {}, market::Tier::micro, 400, 5}};
  outcome.campaigns = {campaign};
  return outcome;
}

/// The arm without campaigns sells less at first and catches up in part.
engine::Outcome idle_outcome(const store::StudyRecord& study) {
  engine::Outcome outcome = quiet_outcome(study, 1, 0);
  outcome.days[0].brand[acme].first_purchases = 1;
  outcome.days[1].brand[acme].first_purchases = 1;
  outcome.days[2].brand[acme].first_purchases = 3;
  return outcome;
}

/// Figures by name, of the busy arm beside the idle one or alone.
double value_of(const std::string& name, bool with_idle = true) {
  const store::StudyRecord study = small_study({"micro", "nothing"});
  const report::Totals busy = report::totals_of(study, busy_outcome(study));
  const report::Totals idle = report::totals_of(study, idle_outcome(study));
  for (const report::Figure& figure : report::all_figures()) {
    if (figure.name == name) return figure.value({study, busy, with_idle ? &idle : nullptr});
  }
  FAIL("no figure " << name);
  return 0;
}

}  // namespace

TEST_CASE("reach and response are those of the advertised brand, in people") {
  CHECK(value_of("impressions") == 1000);
  CHECK(value_of("reached") == 600);
  CHECK(value_of("reached_share") == Approx(0.06));
  CHECK(value_of("frequency") == Approx(100.0 / 60));
  CHECK(value_of("engagements") == 80);
  CHECK(value_of("engagement_rate") == Approx(0.08));
  CHECK(value_of("engagement_by_followers") == Approx(80.0 / 1000));
  CHECK(value_of("clicks") == 40);
  CHECK(value_of("click_rate") == Approx(0.04));
  CHECK(value_of("talks") == 50);
  CHECK(value_of("heard") == 100);
  CHECK(value_of("heard_negative_share") == Approx(0.1));
  CHECK(value_of("posts") == 2);
}

TEST_CASE("variety is the entropy over the niches of those reached") {
  const double third = 1.0 / 3;
  const double entropy = -(2 * third * std::log(2 * third) + third * std::log(third));
  CHECK(value_of("variety") == Approx(entropy / std::log(2.0)));
  CHECK(report::evenness(std::vector<std::int64_t>{5, 5, 5, 5}) == Approx(1));
  CHECK(report::evenness(std::vector<std::int64_t>{5, 0}) == 0);
  CHECK(report::evenness(std::vector<std::int64_t>{}) == 0);
}

TEST_CASE("customers won are those beyond the idle arm, and a lead that is lost was only earlier") {
  CHECK(value_of("aware") == 1000);
  CHECK(value_of("considering") == 400);
  CHECK(value_of("first_purchases") == 80);
  CHECK(value_of("repeat_purchases") == 20);
  CHECK(value_of("repeat_share") == Approx(0.2));
  CHECK(value_of("buyers_kept") == Approx(0.25));
  CHECK(value_of("incremental_customers") == 30);
  CHECK(value_of("incremental_purchases") == 50);
  // Leads on the three evenings: 5, 5 and 3 agents.
  CHECK(value_of("accelerated_customers") == 20);
}

TEST_CASE("money is what more purchases bring at the margin, less the cost") {
  CHECK(value_of("revenue") == 100 * 20);
  CHECK(value_of("contribution") == 1000);
  CHECK(value_of("incremental_revenue") == 50 * 20);
  CHECK(value_of("cost") == 500);
  CHECK(value_of("profit") == 500 - 500);
  CHECK(value_of("roi") == Approx(0).margin(1e-12));
  CHECK(value_of("cost_per_thousand") == 500);
  CHECK(value_of("cost_per_engagement") == Approx(500.0 / 80));
  CHECK(value_of("cost_per_click") == Approx(500.0 / 40));
  CHECK(value_of("cost_per_customer") == Approx(500.0 / 30));
}

TEST_CASE("tiers have their trust, suspicion, follows and engagement") {
  CHECK(value_of("hired.micro") == 2);
  CHECK(value_of("trust_start.micro") == Approx(0.5));
  CHECK(value_of("trust_end.micro") == Approx(0.2));
  CHECK(value_of("trust_change.micro") == Approx(-0.3));
  CHECK(value_of("suspicion.micro") == Approx(0.2));
  CHECK(value_of("unfollows.micro") == 700);
  CHECK(value_of("new_follows.micro") == 200);
  CHECK(value_of("follows_change.micro") == Approx(-0.25));
  CHECK(value_of("engagement_by_followers.micro") == Approx(0.05));
  CHECK(value_of("engagement_by_views.micro") == Approx(0.15));
  CHECK(value_of("sponsored_engagement_by_views.micro") == Approx(0.1));
  CHECK(value_of("replies.micro") == 90);
  CHECK(std::isnan(value_of("trust_end.macro")));
}

TEST_CASE("without an idle arm nothing is incremental, and the rest stays") {
  for (const char* name :
       {"incremental_customers", "incremental_purchases", "accelerated_customers",
        "incremental_revenue", "profit", "roi", "cost_per_customer"})
    CHECK(std::isnan(value_of(name, false)));
  CHECK(value_of("revenue", false) == 2000);
}

TEST_CASE("what is divided by nothing is not defined") {
  const store::StudyRecord study = small_study({"nothing"});
  const report::Totals quiet = report::totals_of(study, quiet_outcome(study, 0, 0));
  const std::set<std::string> undefined{"frequency",
                                        "variety",
                                        "engagement_rate",
                                        "engagement_by_followers",
                                        "click_rate",
                                        "heard_negative_share",
                                        "repeat_share",
                                        "buyers_kept",
                                        "roi",
                                        "cost_per_thousand",
                                        "cost_per_click",
                                        "cost_per_engagement",
                                        "cost_per_customer"};
  for (const report::Figure& figure : report::all_figures()) {
    if (figure.name.find('.') != std::string::npos) continue;
    const double value = figure.value({study, quiet, &quiet});
    CAPTURE(figure.name);
    CHECK(std::isnan(value) == undefined.contains(figure.name));
    if (!std::isnan(value)) CHECK(value == 0);
  }
}

TEST_CASE("every figure has its own name and says what it is") {
  std::set<std::string> names;
  for (const report::Figure& figure : report::all_figures()) {
    CHECK(names.insert(figure.name).second);
    CHECK_FALSE(figure.definition.empty());
    CHECK(std::set<std::string>{"people", "USD", "share", "1"}.contains(figure.unit));
  }
  for (const char* objective : {"awareness", "engagement", "sales"})
    CHECK(names.contains(report::figure_of_objective(objective)));
}

TEST_CASE("a study without campaigns is about all its brands") {
  store::StudyRecord study = small_study({"nothing"});
  CHECK(report::advertised_brands(study) == std::vector<std::size_t>{acme});
  study.campaigns.clear();
  CHECK(report::advertised_brands(study) == std::vector<std::size_t>{other, acme});
}
