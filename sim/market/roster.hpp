// Who is hired for a budget, and on which days they post.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/market/campaign_spec.hpp"
#include "sim/market/tier.hpp"

namespace clout::market {

/// An influencer that could be hired.
struct Candidate {
  AccountId account{};
  Tier tier{};
  NicheId niche{};
  double price_usd = 0;        ///< of one post
  std::uint32_t priority = 0;  ///< random and the same in all arms: the lowest is asked first
};

struct Hired {
  AccountId account{};
  Tier tier{};
  double price_usd = 0;  ///< of one post
};

struct Roster {
  std::vector<Hired> hired;  ///< in the order in which they were asked
  double spent_usd = 0;  ///< posts, fixed cost per influencer and production; never above budget
  double left_over_usd = 0;  ///< budget less what was spent
};

/// Asks candidates in the order of priority (ties by account) and hires each whose posts and fixed
/// cost the money left still covers. By rule tier up to the number asked for; by rule mix each tier
/// from its share of what production leaves, in the order of tiers, and what a tier leaves over
/// goes to the next ones with a share. brand_niche: who counts if the roster is bound to the
/// brand's niche. Rule none hires nobody and spends nothing.
Roster pack_roster(const CampaignSpec& campaign, std::span<const Candidate> candidates,
                   NicheId brand_niche);

/// Days of a campaign's posts by one influencer, from its start, ascending, each below its
/// duration. even: post j of n falls at (j + phase) / n of the duration; burst: one a day from the
/// start (the last day takes what does not fit); pulse: as even, over the days of the blocks alone.
/// phase in [0, 1): shifts influencers against each other.
std::vector<std::int64_t> post_days(const CampaignSpec& campaign, double phase);

}  // namespace clout::market
