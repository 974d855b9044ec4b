// What consumers think: of a brand, and of those they follow. Read off a market as its own
// functions see it.
#pragma once

#include <functional>

#include "sim/engine/world.hpp"

namespace clout::patterns {

/// Score of a brand as of the morning of a day, before consideration's intercept.
float attitude(const engine::World& world, AccountId consumer, std::size_t brand, market::Day day);

/// Chance that a consumer who is aware considers the brand on seeing it: logistic(intercept +
/// attitude), in (0, 1).
float intention(const engine::World& world, AccountId consumer, std::size_t brand, market::Day day);

/// Trust in an influencer (position in world.influencers) of each follower that has not left, as of
/// the morning of a day, in (0, 1). Follows of the graph only, not those that came later.
void for_each_follower(const engine::World& world, engine::InfluencerIndex influencer,
                       market::Day day,
                       const std::function<void(AccountId follower, float trust)>& each);

/// Mean of that; 0 without followers.
double mean_trust(const engine::World& world, engine::InfluencerIndex influencer, market::Day day);

}  // namespace clout::patterns
