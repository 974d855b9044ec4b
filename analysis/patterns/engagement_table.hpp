// Engagement by tier of audience, as industry tables give it, out of the market.
#pragma once

#include <array>

#include "analysis/patterns/account_engagement.hpp"
#include "analysis/patterns/lab.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "sim/market/platform_profile.hpp"
#include "sim/market/tier.hpp"

namespace clout::patterns {

/// Tiers that the tables know: nano to mega.
inline constexpr std::size_t table_tiers = 5;

/// Engagement of the accounts of a tier.
struct TierEngagement {
  market::Tier tier{};
  double published = 0;       ///< industry table, share of followers per post
  stats::MeanInterval value;  ///< over replicates of the mean over accounts of the account's rate
};

/// Share of followers per post, nano to mega, as evidence.md has it.
std::array<double, table_tiers> published_engagement(market::PlatformProfile profile);

/// Mean over the accounts of each tier of their engagement_rate().
std::array<double, table_tiers> mean_engagement(const std::vector<AccountEngagement>& accounts);

/// Engagements per post and follower (F at the start, all posts of an account but word of mouth),
/// averaged over the accounts of a tier as industry tables do. Of Instagram the common parameters
/// are measured as they are; for another platform its profile is put on over them.
std::array<TierEngagement, table_tiers> engagement_by_tier(const Lab& lab,
                                                           market::PlatformProfile profile);

}  // namespace clout::patterns
