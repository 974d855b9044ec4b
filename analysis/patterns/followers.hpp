// Figures over the followers of one account.
#pragma once

#include <vector>

#include "sim/engine/world.hpp"

namespace clout::patterns {

/// Followers of an influencer (position in world.influencers) by the graph.
std::vector<AccountId> followers_of(const engine::World& world, engine::InfluencerIndex influencer);

/// What one consumer thinks of a brand on the morning of a day: attitude() or intention().
using Opinion = float (*)(const engine::World&, AccountId, std::size_t, market::Day);

/// Its mean over consumers; 0 without any.
double mean_of(const engine::World& world, const std::vector<AccountId>& consumers,
               std::size_t brand, market::Day day, Opinion opinion);

/// Share of consumers that are past unaware of the brand, in [0, 1]; 0 without any.
double aware_share(const engine::World& world, const std::vector<AccountId>& consumers,
                   std::size_t brand);

}  // namespace clout::patterns
