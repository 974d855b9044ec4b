#include "analysis/patterns/views.hpp"

#include <algorithm>

#include "analysis/patterns/lab.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/attention.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/market/trust.hpp"

namespace clout::patterns {

namespace {

/// As the phases that attend and show draw it.
double chance_to_see(const engine::World& world, const engine::Influencer& author,
                     AccountId follower, market::Units trust) {
  const std::uint8_t activity = world.traits[index(follower)].activity;
  const double online = activity == 255 ? 1 : activity / 256.0;
  const market::AttentionSums& sums = world.sums[index(follower)];
  const std::uint16_t attention =
      world.rates.limited_attention
          ? market::attention_units(sums.offered, world.rates.attention_budget, sums.weighted)
          : std::uint16_t{1024};
  constexpr double one = 1024.0 * market::AttentionTable::one * (1 << 20);
  const double kept = static_cast<double>(attention) * world.rates.attention.weight(trust) *
                      author.showing.kept / one;
  return online * author.showing.candidate * std::min(1.0, kept);
}

}  // namespace

View view_of(const engine::World& world, const engine::Influencer& author, AccountId follower,
             market::Units trust, const market::FollowEdgeState& state, market::Day day) {
  const market::Rates& rates = world.rates;
  View view;
  view.follower = follower;
  view.chance = chance_to_see(world, author, follower, trust);
  view.R = engine::relatability_of(rates, world.traits[index(follower)].interests(),
                                   world.traits[index(author.account)].interests(),
                                   author.author.appeal);
  view.baseline =
      market::baseline_trust(author.author.trust_logit, rates.from_relatability, view.R);
  view.ceiling = market::ceiling_after(rates.ceiling, rates.ceiling_kept, state.scars);
  const unsigned days =
      state.touched == market::never ? 0U : static_cast<unsigned>(day - state.touched);
  view.days = static_cast<float>(std::max(days, 1U));
  view.trust = market::from_units(trust);
  if (rates.trust)
    view.trust = market::rested(view.trust, view.baseline, rates.trust_rest.kept(days));
  view.load = market::from_load_units(state.load) * rates.load_decay.kept(days);
  return view;
}

std::vector<engine::Post> planned_posts(const engine::World& world, std::size_t campaign,
                                        market::Day day) {
  engine::World copy(world);
  copy.planned.clear();
  for (engine::InfluencerIndex number = 0; number < copy.influencers.size(); ++number)
    plan_post(copy, campaign, number, day);
  engine::DayBuffers buffers(copy);
  plan_day(engine::Siblings(copy), day, buffers);
  std::vector<engine::Post> posts;
  posts.reserve(copy.influencers.size());
  std::ranges::copy_if(buffers.posts, std::back_inserter(posts), [](const engine::Post& post) {
    return post.kind == engine::PostKind::campaign;
  });
  return posts;
}

Judgement judge(const engine::World& world, const engine::Post& post, const View& view,
                market::Day day) {
  const market::Rates& rates = world.rates;
  const float R = post.hedonic ? view.R : rates.neutral_relatability;
  const float skepticism =
      static_cast<float>(world.traits[index(view.follower)].skepticism) * (1.0F / 32.0F);
  Judgement judgement;
  judgement.load = view.load + rates.load_per_ad;
  judgement.K = rates.suspicion_scale *
                market::suspicion(post.suspicion_logit, rates.suspicion_from_load,
                                  rates.suspicion_from_relatability, rates.relatability_load,
                                  judgement.load, R, skepticism);
  judgement.trust =
      market::after_advertisement(view.trust, rates.loss, judgement.K, post.fit, post.relief);
  const market::ConsumerState& consumer = world.consumer[index(view.follower)];
  const unsigned days =
      consumer.touched == market::never ? 0U : static_cast<unsigned>(day - consumer.touched);
  judgement.persuasion = market::persuasion_left(
      rates.persuasion_cut, judgement.K,
      consumer.distrust[market::index(post.tier)] * rates.class_decay.kept(days),
      consumer.distrust_of_all * rates.all_decay.kept(days));
  return judgement;
}

}  // namespace clout::patterns
