// The tier of an audience, and what a post to it costs.
#pragma once

#include <optional>

#include "sim/market/platform_spec.hpp"
#include "sim/market/tier.hpp"

namespace clout::market {

/// Tier of an account with this many followers (people); none below the smallest influencer. By the
/// wide definition micro begins where influencers begin, and nobody is nano.
std::optional<Tier> tier_of(const TierSpec& spec, double followers);

/// Price of a sponsored post, US dollars: price(tier) F / 1000 e^(sigma z), at least the smallest.
/// z: standard normal, fixed per influencer.
double price_of_post(const PriceSpec& spec, Tier tier, double followers, double z);

}  // namespace clout::market
