// What an account is, drawn once per replicate: a function of seed, replicate and account alone.
#pragma once

#include <optional>

#include "sim/market/market_spec.hpp"
#include "sim/market/platform_spec.hpp"
#include "sim/market/state.hpp"
#include "sim/market/tier_of.hpp"
#include "sim/random/philox.hpp"

namespace clout::market {

/// Draws of one replicate for traits: purpose market_traits.
struct TraitDraws {
  random::StreamKey key;
  std::uint16_t niches;  ///< at least 1
};

/// Traits of an account as a consumer. followers: F in people, narrows an account's focus.
/// Index 0: second niche, focus, activity, fake; index 1: susceptibility, skepticism.
ConsumerTraits consumer_traits(const MarketSpec& market, const PlatformSpec& platform,
                               const TraitDraws& draws, AccountId account, NicheId home,
                               double followers);

/// What an account is for its followers, whoever they are.
struct AuthorTraits {
  float appeal = 0;       ///< a_k (1 + F/F_c)^-rho
  float trust_logit = 0;  ///< a0 + a_pop ln F + a_exp expertise
};

/// Index 1: authenticity, expertise.
AuthorTraits author_traits(const MarketSpec& market, const TraitDraws& draws, AccountId account,
                           double followers);

/// What an influencer is besides.
struct InfluencerTraits {
  Tier tier{};
  double posts_per_day = 0;    ///< usual posts, organic and sponsored
  double sponsored_share = 0;  ///< of those, in the background, 0..1
  double price_z = 0;          ///< its place in the spread of prices, standard normal
  std::uint32_t priority = 0;  ///< in which order campaigns ask it
};

/// Index 2: posts per day (log-normal, mean as asked), price, priority. None for accounts below the
/// smallest influencer.
std::optional<InfluencerTraits> influencer_traits(const PlatformSpec& platform,
                                                  const TraitDraws& draws, AccountId account,
                                                  double followers);

}  // namespace clout::market
