#include "sim/engine/purchase.hpp"

#include <algorithm>

#include "sim/engine/follow_edges.hpp"
#include "sim/market/memory.hpp"
#include "sim/market/trust.hpp"
#include "sim/random/distributions.hpp"

namespace clout::engine {

void change_stage(market::BrandState& brand, market::Stage to, BrandTally& tally) noexcept {
  --tally.stage_change[static_cast<std::size_t>(brand.stage)];
  ++tally.stage_change[static_cast<std::size_t>(to)];
  brand.stage = to;
}

Purchases::Purchases(const Siblings& siblings, std::size_t arm, market::Day day,
                     market::Day last_day, BlockDay& block)
    : siblings_(siblings),
      arm_(arm),
      world_(siblings.arms[arm]),
      day_(day),
      last_day_(last_day),
      block_(block),
      tally_(block.tally.of(arm)),
      rate_(world_.draws.of(random::Purpose::purchase_rate)),
      experience_(world_.draws.of(random::Purpose::experience)) {}

void Purchases::first(AccountId consumer, std::size_t b, market::BrandState& brand) {
  const auto& spec = world_.arm->market.funnel;
  change_stage(brand, market::Stage::tried, tally_.brand[b]);
  ++tally_.brand[b].first_purchases;
  random::KeyedEngine engine(rate_, index(consumer), 0, static_cast<std::uint32_t>(b));
  brand.purchase_rate = static_cast<float>(
      random::gamma(engine, spec.repeat_shape, 1 / (spec.repeat_shape * spec.repeat_mean_days)));
  experience(consumer, b, brand);
}

void Purchases::again(AccountId consumer, std::size_t b, market::BrandState& brand) {
  change_stage(brand, market::Stage::repeat, tally_.brand[b]);
  ++tally_.brand[b].repeat_purchases;
  experience(consumer, b, brand);
}

void Purchases::experience(AccountId consumer, std::size_t b, market::BrandState& brand) {
  const auto& spec = world_.arm->market.funnel;
  const auto bits = draw_block(experience_, index(consumer), day_, static_cast<std::uint32_t>(b));
  const double z = portable::normal_quantile(random::open_unit_double(bits[0]));
  const auto quality = static_cast<float>(
      std::clamp(spec.satisfaction_mean + spec.satisfaction_spread * z, 0.0, 1.0));
  brand.satisfaction =
      market::mean_with(brand.satisfaction, static_cast<float>(brand.purchases), quality);
  if (brand.purchases < 65535) ++brand.purchases;
  brand.last_purchase = day_;
  judge_messenger(consumer, brand, quality);
  brand.next_purchase = market::never;
  if (brand.satisfaction < 0.5F) {
    if (brand.stage == market::Stage::repeat)
      change_stage(brand, market::Stage::tried, tally_.brand[b]);
    return;
  }
  const double eagerness = spec.satisfaction_mean > 0
                               ? static_cast<double>(brand.satisfaction) / spec.satisfaction_mean
                               : 1.0;
  const double rate = static_cast<double>(brand.purchase_rate) * eagerness;
  if (rate <= 0) return;
  const double days = -portable::log1p(-random::open_unit_double(bits[1])) / rate;
  if (days < last_day_ - day_)
    brand.next_purchase = static_cast<market::Day>(day_ + 1 + static_cast<int>(days));
}

void Purchases::judge_messenger(AccountId consumer, const market::BrandState& brand,
                                float quality) {
  constexpr std::uint32_t nobody = 0xFFFFFFFF;
  if (brand.messenger == nobody) return;
  const AccountId messenger{brand.messenger};
  const auto number = find_edge(siblings_.shared(), consumer, messenger);
  if (!number) return;
  if (edge_in(siblings_, arm_, *number).trust == 0) return;
  for_each_state(siblings_, only(arm_), *number, [&](ArmSet arms, const FollowEdge& edge) {
    judge(consumer, messenger, quality, arms, edge);
  });
}

void Purchases::judge(AccountId consumer, AccountId messenger, float quality, ArmSet arms,
                      const FollowEdge& edge) {
  const Influencer& author = world_.influencers[world_.influencer_of[index(messenger)]];
  const market::Rates& rates = world_.rates;
  float trust = market::from_units(*edge.trust);
  if (quality >= 0.5F) {
    const float R =
        relatability_of(rates, world_.traits[index(consumer)].interests(),
                        world_.traits[index(messenger)].interests(), author.author.appeal);
    trust = market::after_gain(
        trust, rates.gain, R,
        market::ceiling_after(rates.ceiling, rates.ceiling_kept, edge.state->scars));
  } else {
    trust = market::after_bad_experience(trust, rates.bad_experience, 1.0F - 2.0F * quality);
  }
  set_trust(siblings_, arms, *edge.trust, market::trust_units(trust),
            {author.offer, true, author.tier}, consumer, block_.tally);
}

}  // namespace clout::engine
