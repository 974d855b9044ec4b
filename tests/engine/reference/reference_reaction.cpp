// What a consumer makes of what it was shown.
#include <algorithm>

#include "sim/market/engagement.hpp"
#include "sim/market/memory.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/unfollow.hpp"
#include "sim/market/word_of_mouth.hpp"
#include "sim/random/uniform.hpp"
#include "tests/engine/reference/reference_market.hpp"

namespace clout::reference {

using random::Purpose;
using random::unit_float;

void Market::set_trust(Account i, Account k, Edge& edge, market::Units value) {
  auto& sums = sums_[std::size_t(i)];
  const Endorser& author = endorsers_[k];
  auto& tally = tally_.tier[market::index(author.traits.tier)];
  const auto weight = [&](market::Units t) { return std::int64_t{rates_.attention.weight(t)}; };
  if (edge.trust != 0) {
    sums.offered -= author.offer;
    sums.weighted -= author.offer * weight(edge.trust);
    --tally.living_change;
  }
  if (value != 0) {
    sums.offered += author.offer;
    sums.weighted += author.offer * weight(value);
    ++tally.living_change;
  }
  tally.trust_change += std::int64_t{value} - std::int64_t{edge.trust};
  edge.trust = value;
}

market::BrandState& Market::today(Account i, int b) {
  auto& brand = brands_[{i, std::size_t(b)}];
  if (brand.touched == day_) return brand;
  if (brand.touched != market::never) {
    const auto days = static_cast<unsigned>(day_ - brand.touched);
    brand.memory *= rates_.memory_decay.kept(days);
    brand.heard_positive *= rates_.memory_decay.kept(days);
    brand.heard_negative *= rates_.memory_decay.kept(days);
    brand.annoyance *= rates_.annoyance_decay.kept(days);
  }
  brand.untouched = 1;
  brand.positive_today = brand.negative_today = 0;
  brand.touched = static_cast<market::Day>(day_);
  return brand;
}

void Market::stage(Account i, int b, market::Stage to) {
  auto& brand = brands_[{i, std::size_t(b)}];
  auto& change = tally_.brand[std::size_t(b)].stage_change;
  --change[std::size_t(brand.stage)];
  ++change[std::size_t(to)];
  brand.stage = to;
}

void Market::hear(Account i, const Message& post) {
  auto& brand = today(i, post.brand);
  auto& tally = tally_.brand[std::size_t(post.brand)];
  ++tally.heard;
  brand.marks |= market::seen_today;
  active_.insert(i);
  if (post.negative) {
    ++tally.heard_negative;
    brand.heard_negative += 1.0F;
    if (brand.negative_today < 255) ++brand.negative_today;
  } else {
    brand.heard_positive += 1.0F;
    if (brand.positive_today < 255) ++brand.positive_today;
    brand.untouched *=
        1.0F - market::imitation_chance(rates_.imitation, rates_.similarity_weight,
                                        rates_.similarity(interests(i), interests(post.author)));
  }
  const float u = unit_float(draw(Purpose::brand_reaction, pair_of(i, post.author), day_,
                                  static_cast<std::uint32_t>(post.slot))[0]);
  const float susceptible = static_cast<float>(traits_[std::size_t(i)].susceptibility) * 0.01F;
  if (brand.stage == market::Stage::unaware && u < rates_.awareness_per_view * susceptible)
    stage(i, post.brand, market::Stage::aware);
}

float Market::advertise(Account i, const Message& post, float credibility, float load, float psi,
                        float ads_per_day, bool recognised) {
  auto& brand = today(i, post.brand);
  auto& tally = tally_.brand[std::size_t(post.brand)];
  const auto bits = draw(Purpose::brand_reaction, pair_of(i, post.author), day_,
                         static_cast<std::uint32_t>(post.slot));
  const float susceptible = static_cast<float>(traits_[std::size_t(i)].susceptibility) * 0.01F;
  const float strength =
      market::clutter_factor(rates_.clutter_weight, ads_per_day, post.escape) * psi * susceptible;
  const float damp = portable::exp(-rates_.load_on_clicks * load);
  ++tally.impressions;
  active_.insert(i);
  if (!(brand.marks & market::reached)) {
    ++tally.reached;
    ++tally_.reached_in_niche[std::size_t(post.brand) * network_.niches.niches() +
                              index(traits_[std::size_t(i)].home)];
  }
  brand.marks |= market::reached | market::seen_today;
  brand.messenger = static_cast<std::uint32_t>(post.author);
  brand.credibility = market::mean_with(brand.credibility, brand.memory, credibility);
  brand.fit = market::mean_with(brand.fit, brand.memory, static_cast<float>(post.fit));
  brand.load = market::mean_with(brand.load, brand.memory, load);
  if (arm_.market.mechanism.repetition == market::Repetition::wear_out) {
    float quality = market::from_units(brand.quality);
    const auto pause = arm_.market.memory.restoration_after_days;
    if (brand.advertised != market::never && day_ - brand.advertised > pause)
      quality = market::restored(
          quality, rates_.restoration.kept(static_cast<unsigned>(day_ - brand.advertised - pause)));
    brand.memory += quality * psi;
    brand.quality = market::to_units(market::worn(quality, rates_.wear_out_rate));
    brand.advertised = static_cast<market::Day>(day_);
  } else {
    brand.memory += psi;
  }
  brand.annoyance += rates_.annoyance_per_exposure;
  const float recall = recognised ? rates_.disclosed_recall : 1.0F;
  if (brand.stage == market::Stage::unaware &&
      unit_float(bits[0]) < rates_.awareness_per_view * strength * recall * damp)
    stage(i, post.brand, market::Stage::aware);
  const float click =
      market::response_chance(rates_.click_logit, rates_.engagement.trust, credibility,
                              rates_.engagement.fatigue * brand.annoyance);
  if (unit_float(bits[1]) < click * strength * damp) {
    ++tally.clicks;
    if (brand.stage == market::Stage::unaware) stage(i, post.brand, market::Stage::aware);
    const float buy = market::response_chance(rates_.purchase_logit, rates_.appraisal.trust,
                                              credibility, rates_.load_on_buying * load);
    if (arm_.market.mechanism.consideration && brand.stage < market::Stage::tried &&
        unit_float(bits[2]) < buy)
      brand.marks |= market::bought_by_click;
  }
  return brand.annoyance;
}

void Market::view(Account i, const Message& post) {
  Edge& edge = edges_[{i, post.author}];
  const Endorser& author = endorsers_[post.author];
  const auto& who = traits_[std::size_t(i)];
  auto& consumer = consumers_[std::size_t(i)];
  auto& tally = tally_.tier[market::index(author.traits.tier)];
  const bool sponsored = post.kind != Kind::organic;
  const unsigned days =
      edge.state.touched == market::never ? 0 : static_cast<unsigned>(day_ - edge.state.touched);
  const float r = R(i, post.author);
  const float used = post.hedonic ? r : static_cast<float>(arm_.market.relatability.neutral);
  const float rest = baseline(i, post.author);
  float trust = market::from_units(edge.trust);
  if (arm_.market.mechanism.trust)
    trust = market::rested(trust, rest, rates_.trust_rest.kept(days));
  float load = market::from_load_units(edge.state.load) * rates_.load_decay.kept(days);
  const auto bits =
      draw(Purpose::reaction, pair_of(i, post.author), day_, static_cast<std::uint32_t>(post.slot));
  float K = 0;
  float annoyance = 0;
  float penalty = post.factor;
  bool recognised = false;
  ++tally.impressions;
  if (sponsored) {
    ++tally.sponsored_impressions;
    recognised = post.disclosed || unit_float(bits[3]) < rates_.detection;
    if (recognised) {
      load += rates_.load_per_ad;
      K = rates_.suspicion_scale *
          market::suspicion(post.suspicion_logit, rates_.suspicion_from_load,
                            rates_.suspicion_from_relatability, rates_.relatability_load, load,
                            used, static_cast<float>(who.skepticism) * (1.0F / 32.0F));
      if (!post.disclosed && edge.state.scars < 254) ++edge.state.scars;
      ++tally.recognised;
      tally.suspicion += market::to_units(K);
    }
    if (consumer.touched != day_) {
      const unsigned since =
          consumer.touched == market::never ? 0 : static_cast<unsigned>(day_ - consumer.touched);
      for (float& distrust : consumer.distrust) distrust *= rates_.class_decay.kept(since);
      consumer.distrust_of_all *= rates_.all_decay.kept(since);
      consumer.ads_in_memory *= rates_.clutter_decay.kept(since);
      consumer.touched = static_cast<market::Day>(day_);
    }
    float& of_class = consumer.distrust[market::index(author.traits.tier)];
    const float psi =
        market::persuasion_left(rates_.persuasion_cut, K, of_class, consumer.distrust_of_all);
    const float ads_per_day = consumer.ads_in_memory * rates_.ads_per_day_per_memory;
    if (recognised) {
      penalty *= market::liking_left(rates_.engagement_from_suspicion, psi);
      of_class = market::after_suspicion(of_class, rates_.to_class, K);
      consumer.distrust_of_all =
          market::after_suspicion(consumer.distrust_of_all, rates_.to_all, K);
      consumer.ads_in_memory += 1.0F;
    }
    if (post.kind == Kind::campaign) {
      float credibility = trust;
      if (!post.hedonic)
        credibility = std::clamp(
            trust - rest +
                market::baseline_trust(author.author.trust_logit, rates_.from_relatability,
                                       static_cast<float>(arm_.market.relatability.neutral)),
            0.0F, 1.0F);
      annoyance = advertise(i, post, credibility, load, psi, ads_per_day, recognised);
    }
  }
  const NicheId about = post.kind == Kind::campaign ? brand_niche_[std::size_t(post.brand)]
                                                    : traits_[std::size_t(post.author)].home;
  const float engages = market::engagement_chance(rates_.engagement, trust, sponsored ? used : r,
                                                  market::interest_in(interests(i), about),
                                                  annoyance, post.recognition, penalty);
  const float u = unit_float(bits[0]);
  if (u < engages) {
    ++tally.engagements;
    if (sponsored) ++tally.sponsored_engagements;
    if (post.kind == Kind::campaign) ++tally_.brand[std::size_t(post.brand)].engagements;
    if (u < engages * rates_.comment_share) {
      ++tally.comments;
      comments_.push_back({post.author,
                           draw(Purpose::reply, pair_of(i, post.author), day_,
                                static_cast<std::uint32_t>(post.slot))[0],
                           i, post.slot});
    } else if (post.kind == Kind::campaign &&
               u < engages * (rates_.comment_share + rates_.pass_on_share)) {
      brands_[{i, std::size_t(post.brand)}].marks |= market::passes_on;
    }
  }
  float after = 0;
  if (recognised) {
    const auto relief =
        static_cast<float>(arm_.market.trust.unknown_brand_relief * (1 - post.familiarity));
    after =
        market::after_advertisement(trust, rates_.loss, K, static_cast<float>(post.fit), relief);
  } else {
    after = market::after_gain(
        trust, rates_.gain, r,
        market::ceiling_after(rates_.ceiling, rates_.ceiling_kept, edge.state.scars));
  }
  if (arm_.market.mechanism.unfollow &&
      unit_float(bits[2]) < market::leave_chance(rates_.leave_base, rates_.leave_from_distrust,
                                                 rates_.low_trust, rates_.leave_from_suspicion,
                                                 after, static_cast<float>(days == 0 ? 1 : days),
                                                 K)) {
    set_trust(i, post.author, edge, 0);
    leavers_.emplace_back(i, post.author);
    return;
  }
  set_trust(i, post.author, edge, market::trust_units(after));
  edge.state.load = market::load_units(load);
  edge.state.touched = static_cast<market::Day>(day_);
}

}  // namespace clout::reference
