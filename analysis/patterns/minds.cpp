#include "analysis/patterns/minds.hpp"

#include "sim/engine/appraisal.hpp"
#include "sim/engine/brand_today.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/trust.hpp"

namespace clout::patterns {

float attitude(const engine::World& world, AccountId consumer, std::size_t brand, market::Day day) {
  const market::BrandState today =
      engine::brand_today(world.brand_state(consumer, brand), world.rates, day);
  return engine::brand_score(today, world.rates, world.relative_price[brand]);
}

float intention(const engine::World& world, AccountId consumer, std::size_t brand,
                market::Day day) {
  return portable::logistic(world.rates.consider_intercept + attitude(world, consumer, brand, day));
}

void for_each_follower(const engine::World& world, engine::InfluencerIndex influencer,
                       market::Day day,
                       const std::function<void(AccountId follower, float trust)>& each) {
  const engine::Influencer& author = world.influencers[influencer];
  const market::Rates& rates = world.rates;
  const std::size_t begin = index(world.network->graph.row_begin(author.account));
  const market::Interests interests = world.traits[index(author.account)].interests();
  std::size_t edge = begin;
  for (const AccountId follower : world.network->graph.followers(author.account)) {
    const market::Units stored = world.trust[edge];
    const market::Day touched = world.edge[edge].touched;
    ++edge;
    if (stored == 0) continue;
    float trust = market::from_units(stored);
    if (touched != market::never && rates.trust) {
      const float R = engine::relatability_of(rates, world.traits[index(follower)].interests(),
                                              interests, author.author.appeal);
      const float baseline =
          market::baseline_trust(author.author.trust_logit, rates.from_relatability, R);
      trust = market::rested(trust, baseline,
                             rates.trust_rest.kept(static_cast<unsigned>(day - touched)));
    }
    each(follower, trust);
  }
}

double mean_trust(const engine::World& world, engine::InfluencerIndex influencer, market::Day day) {
  double sum = 0;
  std::size_t count = 0;
  for_each_follower(world, influencer, day, [&](AccountId, float trust) {
    sum += static_cast<double>(trust);
    ++count;
  });
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace clout::patterns
