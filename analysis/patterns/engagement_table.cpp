#include "analysis/patterns/engagement_table.hpp"

#include <algorithm>
#include <vector>

#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

std::array<double, table_tiers> published_engagement(market::PlatformProfile profile) {
  switch (profile) {
    case market::PlatformProfile::instagram:
      break;
    case market::PlatformProfile::tiktok:
      return {0.103, 0.081, 0.063, 0.055, 0.049};
    case market::PlatformProfile::youtube:
      return {0.032, 0.021, 0.015, 0.012, 0.009};
  }
  return {0.048, 0.024, 0.018, 0.015, 0.012};
}

std::array<double, table_tiers> mean_engagement(const std::vector<AccountEngagement>& accounts) {
  std::array<double, table_tiers> sum{};
  std::array<double, table_tiers> count{};
  for (const AccountEngagement& account : accounts) {
    const std::size_t tier = market::index(account.tier);
    if (tier >= table_tiers) continue;
    sum[tier] += engagement_rate(account);
    ++count[tier];
  }
  for (std::size_t tier = 0; tier < table_tiers; ++tier) sum[tier] /= std::max(1.0, count[tier]);
  return sum;
}

std::array<TierEngagement, table_tiers> engagement_by_tier(const Lab& lab,
                                                           market::PlatformProfile profile) {
  const engine::Arm arm =
      usual_arm(profile == market::PlatformProfile::instagram ? lab.arm() : lab.arm_on(profile));
  const auto all = lab.replicates(lab.seeds(20, 4), [&](random::Replicate replicate) {
    const GoingMarket going = warm_market(lab, arm, replicate);
    return mean_engagement(account_engagement(going.world, warm_up_days, usual_sponsoring(arm)));
  });
  const auto published = published_engagement(profile);
  std::array<TierEngagement, table_tiers> table;
  for (std::size_t tier = 0; tier < table_tiers; ++tier) {
    table[tier] = {static_cast<market::Tier>(tier), published[tier],
                   mean_over(all, [tier](const auto& each) { return each[tier]; })};
  }
  return table;
}

}  // namespace clout::patterns
