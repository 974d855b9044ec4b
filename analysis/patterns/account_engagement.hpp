// Engagement of every influencer with organic and with sponsored posts, as its followers are on one
// morning: averages over who is online, shown the post, and engages.
#pragma once

#include <vector>

#include "analysis/patterns/by_size.hpp"
#include "sim/engine/world.hpp"

namespace clout::patterns {

struct AccountEngagement {
  double followers = 0;  ///< F at the start, people
  market::Tier tier{};
  double sponsored_share = 0;  ///< of its usual posts, 0..1
  double views = 0;            ///< people that see a post
  double organic = 0;          ///< people that engage with an organic post
  double sponsored = 0;        ///< people that engage with a sponsored one
};

/// Who pays for the sponsored post, and whether the account makes it in its own voice.
struct Sponsoring {
  double familiarity = 0;  ///< of the brand, 0..1
  bool customised = false;
};

/// Of all influencers, in their order. Sponsored posts are disclosed ones of the arm's first
/// campaign, of a hedonic product; nobody is tired of the brand.
std::vector<AccountEngagement> account_engagement(const engine::World& world, market::Day day,
                                                  const Sponsoring& sponsoring);

/// Engagement per post and follower, all posts.
double engagement_rate(const AccountEngagement& account);

/// Mean over accounts within a factor of 1.5 of this audience of sponsored over organic engagement
/// per view. NaN without accounts.
double sponsored_ratio(const std::vector<AccountEngagement>& accounts, double followers);
inline constexpr double small_audience = 20'000;
inline constexpr double mega_audience = 3'000'000;

/// ln of sponsored engagements per post on ln F and ln^2 F over [1,000, 5 million) followers, each
/// size class alike.
SizeCurve sponsored_curve(const std::vector<AccountEngagement>& accounts);

}  // namespace clout::patterns
