#include "analysis/report/history.hpp"

#include <cmath>

#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using report::TierMeasure;

namespace {

constexpr std::size_t micro = market::index(market::Tier::micro);

/// Three days; acme gains so many first customers and viewers each day, the micro tier loses trust.
engine::Outcome outcome_with(const store::StudyRecord& study, std::size_t arm, int replicate,
                             std::int64_t customers) {
  engine::Outcome outcome = tests::quiet_outcome(study, arm, replicate);
  outcome.start.living[micro] = 10;
  outcome.start.trust[micro] = 65535 * 5;
  for (engine::DayTally& day : outcome.days) {
    day.brand[1].first_purchases = customers;
    day.brand[1].reached = 2 * customers;
    day.brand[0].first_purchases = 1000;  // of a brand that nobody advertises
    day.tier[micro].trust_change = -65535;
  }
  return outcome;
}

report::Histories histories_with(const store::StudyRecord& study,
                                 const std::vector<std::vector<std::int64_t>>& customers) {
  report::Histories histories = report::histories_of(study);
  for (std::size_t r = 0; r < customers.front().size(); ++r) {
    std::vector<engine::Outcome> outcomes;
    for (std::size_t arm = 0; arm < customers.size(); ++arm)
      outcomes.push_back(outcome_with(study, arm, static_cast<int>(r), customers[arm][r]));
    report::add_replicate(histories, study, outcomes);
  }
  return histories;
}

}  // namespace

TEST_CASE("a history stands at the first morning, evenly on, and at the last evening") {
  store::StudyRecord study = tests::small_study({"a"});
  CHECK(report::histories_of(study).days == std::vector<std::int64_t>{0, 1, 2, 3});
  CHECK(report::histories_of(study).window == 1);
  study.days = 365;
  const report::Histories year = report::histories_of(study);
  CHECK(year.window == 28);
  CHECK(year.days.size() <= report::most_shown_days + 2);
  CHECK(year.days.front() == 0);
  CHECK(year.days.back() == 365);
  CHECK(year.days[1] == 7);
}

TEST_CASE("levels are in people, of advertised brands, with Student's interval over replicates") {
  const store::StudyRecord study = tests::small_study({"a"});
  const report::Histories histories = histories_with(study, {{1, 3}});
  const report::DailySeries series = daily_series(histories, 0, report::customers_level);
  REQUIRE(series.size() == 4);
  CHECK(series[0].mean == 0);
  CHECK(series[3].mean == 60);  // 3 days of 1 and of 3 agents, 10 people each: 30 and 90
  CHECK(series[3].count == 2);
  const double half = stats::student_t_quantile(0.975, 1) * 30;
  CHECK(std::abs(series[3].high - (60 + half)) < 1e-9);
  CHECK(daily_series(histories, 0, report::reached_level)[3].mean == 120);
}

TEST_CASE("a difference is taken in the same replicate") {
  const store::StudyRecord study = tests::small_study({"nothing", "a"});
  const report::Histories histories = histories_with(study, {{1, 3}, {2, 4}});
  const report::DailySeries series = daily_series(histories, 1, report::customers_level, 0);
  CHECK(series[3].mean == 30);
  CHECK(series[3].low == 30);
  CHECK(series[3].high == 30);
}

TEST_CASE(
    "trust follows the changes of the days, and is not a number for a tier that is not there") {
  const store::StudyRecord study = tests::small_study({"a"});
  const report::Histories histories = histories_with(study, {{0, 0}});
  const auto trust = daily_series(histories, 0, report::trust_level, std::nullopt, micro);
  CHECK(std::abs(trust[0].mean - 0.5) < 1e-12);
  CHECK(std::abs(trust[3].mean - 0.2) < 1e-12);
  CHECK(std::isnan(daily_series(histories, 0, report::trust_level, std::nullopt, 0)[0].mean));
  const report::TierShift shift = tier_shift(histories, 0, micro, TierMeasure::trust);
  CHECK(std::abs(shift.change.mean + 0.3) < 1e-12);
  CHECK(std::isnan(tier_shift(histories, 0, micro, TierMeasure::engagement).start.mean));
}

TEST_CASE("windows at the start and at the end hold their own days") {
  const store::StudyRecord study = tests::small_study({"a", "b"});
  report::Histories histories = report::histories_of(study);
  std::vector<engine::Outcome> outcomes{outcome_with(study, 0, 0, 0), outcome_with(study, 1, 0, 0)};
  outcomes[0].days[0].tier[micro].sponsored_impressions = 10;
  outcomes[0].days[0].tier[micro].sponsored_engagements = 5;
  outcomes[0].days[2].tier[micro].sponsored_impressions = 10;
  outcomes[0].days[2].tier[micro].sponsored_engagements = 1;
  outcomes[1].days = outcomes[0].days;
  outcomes[1].days[2].tier[micro].sponsored_engagements = 3;
  report::add_replicate(histories, study, outcomes);
  const report::TierShift shift = tier_shift(histories, 0, micro, TierMeasure::engagement);
  CHECK(shift.start.mean == 0.5);
  CHECK(shift.end.mean == 0.1);
  const auto by = shift_beyond(histories, 1, 0, micro, TierMeasure::engagement);
  CHECK(std::abs(by.mean - 0.2) < 1e-12);
}
