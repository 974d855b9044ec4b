#include "analysis/response/observations.hpp"

#include <numeric>

#include "analysis/report/totals.hpp"
#include "sim/base/contracts.hpp"

namespace clout::response {

namespace {

constexpr std::size_t week = 7;  // days

/// First purchases in each whole week.
std::vector<double> by_week(const std::vector<std::int64_t>& until_day) {
  std::vector<double> weeks;
  std::int64_t before = 0;
  for (std::size_t last = week - 1; last < until_day.size(); last += week) {
    weeks.push_back(static_cast<double>(until_day[last] - before));
    before = until_day[last];
  }
  return weeks;
}

/// The cost, spread over the weeks as the prices of the posts are. What falls into the days after
/// the last whole week is left out, as its customers are.
std::vector<double> cost_by_week(const engine::Outcome& outcome, double cost, std::size_t weeks) {
  std::vector<double> spread(weeks);
  double prices = 0;
  for (const engine::CampaignOutcome& campaign : outcome.campaigns) {
    for (const engine::CampaignPost& post : campaign.calendar) {
      prices += post.price_usd;
      const std::size_t at = static_cast<std::size_t>(post.day) / week;
      if (at < weeks) spread[at] += post.price_usd;
    }
  }
  for (double& each : spread) each *= prices > 0 ? cost / prices : 0;
  return spread;
}

double hired_of(const report::Totals& totals) {
  return static_cast<double>(
      std::accumulate(totals.hired.begin(), totals.hired.end(), std::int64_t{0}));
}

double purchases_of(const report::Totals& totals) {
  return static_cast<double>(totals.brand.first_purchases + totals.brand.repeat_purchases);
}

}  // namespace

const std::vector<double>& Observed::of(Measure measure) const {
  if (measure == Measure::customers) return customers;
  return measure == Measure::purchases ? purchases : contribution_usd;
}

std::vector<double> Observed::profit_usd() const {
  std::vector<double> profit;
  for (std::size_t n = 0; n < spent_usd.size(); ++n)
    profit.push_back(contribution_usd[n] - spent_usd[n]);
  return profit;
}

void add_replicate(Observations& observations, const ResponseStudy& response,
                   const store::StudyRecord& record, std::span<const engine::Outcome> outcomes) {
  CLOUT_EXPECT(outcomes.size() == response.arms.size());
  observations.arms.resize(outcomes.size());
  ++observations.replicates;
  const double people = record.people_per_agent;
  const report::Totals idle = report::totals_of(record, outcomes.front());
  const std::vector<double> idle_weeks = by_week(idle.customers_by_day);
  for (std::size_t n = 0; n < outcomes.size(); ++n) {
    const report::Totals arm = report::totals_of(record, outcomes[n]);
    Observed& observed = observations.arms[n];
    observed.customers.push_back(
        people * static_cast<double>(arm.brand.first_purchases - idle.brand.first_purchases));
    observed.purchases.push_back(people * (purchases_of(arm) - purchases_of(idle)));
    observed.contribution_usd.push_back(arm.contribution_usd - idle.contribution_usd);
    const double cost =
        true_cost_usd(campaign_of(response), response.arms[n], arm.spent_usd, hired_of(arm));
    observed.spent_usd.push_back(cost);
    std::vector<double> weeks = by_week(arm.customers_by_day);
    for (std::size_t at = 0; at < weeks.size(); ++at)
      weeks[at] = people * (weeks[at] - idle_weeks[at]);
    observed.spent_by_week.push_back(cost_by_week(outcomes[n], cost, weeks.size()));
    observed.customers_by_week.push_back(std::move(weeks));
  }
}

Observations observe(const ResponseStudy& response, const store::OutcomeReader& reader) {
  Observations observations;
  for (std::size_t position = 0; position < reader.replicates().size(); ++position)
    add_replicate(observations, response, reader.study(), reader.replicate(position));
  return observations;
}

}  // namespace clout::response
