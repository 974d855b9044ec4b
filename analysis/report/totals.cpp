#include "analysis/report/totals.hpp"

#include <algorithm>
#include <numeric>

#include "sim/base/contracts.hpp"

namespace clout::report {

namespace {

void add_day(const engine::DayTally& day, const std::vector<std::size_t>& brands, Totals& totals) {
  for (std::size_t tier = 0; tier < market::tiers; ++tier) totals.tier[tier].add(day.tier[tier]);
  const std::size_t niches = totals.reached_in_niche.size();
  for (const std::size_t b : brands) {
    totals.brand.add(day.brand[b]);
    for (std::size_t n = 0; n < niches; ++n)
      totals.reached_in_niche[n] += day.reached_in_niche[b * niches + n];
  }
  totals.customers_by_day.push_back(totals.brand.first_purchases);
}

void add_money(const store::StudyRecord& study, const engine::Outcome& outcome, std::size_t b,
               Totals& totals) {
  std::int64_t bought = 0;
  for (const auto& day : outcome.days)
    bought += day.brand[b].first_purchases + day.brand[b].repeat_purchases;
  const store::ArmRecord& arm = study.arms[outcome.arm];
  const double revenue = static_cast<double>(bought) * study.people_per_agent * arm.price_usd[b];
  totals.revenue_usd += revenue;
  totals.contribution_usd += revenue * arm.margin[b];
}

void add_campaign(const engine::CampaignOutcome& campaign, Totals& totals) {
  for (std::size_t tier = 0; tier < market::tiers; ++tier)
    totals.hired[tier] += campaign.hired[tier];
  totals.posts += campaign.posts;
  for (const engine::CampaignPost& post : campaign.calendar) totals.followers += post.followers;
  totals.spent_usd += campaign.spent_usd;
  totals.left_over_usd += campaign.left_over_usd;
}

}  // namespace

std::vector<std::size_t> advertised_brands(const store::StudyRecord& study) {
  std::vector<std::size_t> brands;
  for (std::size_t b = 0; b < study.brands.size(); ++b) {
    const bool advertised =
        std::any_of(study.campaigns.begin(), study.campaigns.end(),
                    [&](const auto& campaign) { return campaign.brand == study.brands[b]; });
    if (advertised) brands.push_back(b);
  }
  if (brands.empty()) {
    brands.resize(study.brands.size());
    std::iota(brands.begin(), brands.end(), std::size_t{0});
  }
  return brands;
}

Totals totals_of(const store::StudyRecord& study, const engine::Outcome& outcome) {
  CLOUT_EXPECT(outcome.arm < study.arms.size());
  const std::vector<std::size_t> brands = advertised_brands(study);
  Totals totals;
  totals.reached_in_niche.resize(study.niches.size());
  totals.living_start = outcome.start.living;
  totals.living_end = outcome.end.living;
  totals.trust_start = outcome.start.trust;
  totals.trust_end = outcome.end.trust;
  for (const auto& day : outcome.days) add_day(day, brands, totals);
  for (const std::size_t b : brands) {
    add_money(study, outcome, b, totals);
    for (std::size_t stage = 0; stage < totals.stage_end.size(); ++stage)
      totals.stage_end[stage] += outcome.end.stage[b][stage];
  }
  for (const auto& campaign : outcome.campaigns) add_campaign(campaign, totals);
  return totals;
}

}  // namespace clout::report
