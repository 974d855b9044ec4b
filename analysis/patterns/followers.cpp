#include "analysis/patterns/followers.hpp"

#include <algorithm>

namespace clout::patterns {

std::vector<AccountId> followers_of(const engine::World& world,
                                    engine::InfluencerIndex influencer) {
  const auto row = world.network->graph.followers(world.influencers[influencer].account);
  return {row.begin(), row.end()};
}

double mean_of(const engine::World& world, const std::vector<AccountId>& consumers,
               std::size_t brand, market::Day day, Opinion opinion) {
  double sum = 0;
  for (const AccountId consumer : consumers)
    sum += static_cast<double>(opinion(world, consumer, brand, day));
  return consumers.empty() ? 0 : sum / static_cast<double>(consumers.size());
}

double aware_share(const engine::World& world, const std::vector<AccountId>& consumers,
                   std::size_t brand) {
  const auto aware = std::ranges::count_if(consumers, [&](AccountId consumer) {
    return world.brand_state(consumer, brand).stage != market::Stage::unaware;
  });
  return consumers.empty() ? 0 : static_cast<double>(aware) / static_cast<double>(consumers.size());
}

}  // namespace clout::patterns
