// What an advertisement of a campaign, or word of mouth, does to a consumer's state with the brand.
#pragma once

#include <algorithm>

#include "sim/engine/brand_today.hpp"
#include "sim/engine/day.hpp"
#include "sim/market/engagement.hpp"
#include "sim/market/word_of_mouth.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

/// How an advertisement reaches one viewer.
struct Impact {
  float credibility = 0;  ///< M of the messenger, 0..1
  float load = 0;         ///< endorsements of the messenger in memory, this one included
  float persuasion = 1;   ///< psi, what suspicion leaves
  float clutter = 1;      ///< what other advertisements leave
  bool recognised = true;
};

/// Belongs to one block of consumers on one day in one arm.
class BrandReactions {
 public:
  BrandReactions(World& world, market::Day day, BlockDay& block, std::size_t arm)
      : world_(world),
        rates_(world.rates),
        day_(day),
        active_(block.arms[arm].active),
        tally_(block.tally.of(arm)),
        key_(world.draws.of(random::Purpose::brand_reaction)) {}

  /// Returns the annoyance after this exposure.
  float advertise(AccountId consumer, const Post& post, const Impact& impact) noexcept {
    market::BrandState& brand = touch(consumer, post.brand);
    BrandTally& tally = tally_.brand[post.brand];
    ++tally.impressions;
    if (!(brand.marks & market::reached)) count_reach(consumer, post.brand, brand);
    remember(brand, post, impact);
    respond(consumer, post, impact, brand, tally);
    return brand.annoyance;
  }

  void hear(AccountId consumer, const Post& post) noexcept {
    market::BrandState& brand = touch(consumer, post.brand);
    BrandTally& tally = tally_.brand[post.brand];
    ++tally.heard;
    if (post.negative) {
      ++tally.heard_negative;
      brand.heard_negative += 1.0F;
      if (brand.negative_today < 255) ++brand.negative_today;
    } else {
      brand.heard_positive += 1.0F;
      if (brand.positive_today < 255) ++brand.positive_today;
      const float similarity =
          rates_.similarity(world_.traits[index(consumer)].interests(), post.interests);
      brand.untouched *=
          1.0F - market::imitation_chance(rates_.imitation, rates_.similarity_weight, similarity);
    }
    const auto bits = draw(consumer, post);
    if (random::unit_float(bits[0]) < rates_.awareness_per_view * susceptibility(consumer))
      become_aware(brand, tally);
  }

  /// The consumer will post about the brand tomorrow.
  void pass_on(AccountId consumer, std::size_t brand) noexcept {
    world_.brand_state(consumer, brand).marks |= market::passes_on;
  }

 private:
  random::Block draw(AccountId consumer, const Post& post) const noexcept {
    return draw_block(key_, pair(consumer, post.author), day_, post.slot);
  }

  float susceptibility(AccountId consumer) const noexcept {
    return static_cast<float>(world_.traits[index(consumer)].susceptibility) * 0.01F;
  }

  /// The state as of today, seen by the funnel this evening.
  market::BrandState& touch(AccountId consumer, std::size_t b) noexcept {
    market::BrandState& brand = world_.brand_state(consumer, b);
    brand = brand_today(brand, rates_, day_);
    brand.marks |= market::seen_today;
    market::ConsumerState& state = world_.consumer[index(consumer)];
    if (!state.active) {
      state.active = 1;
      active_.push_back(consumer);
    }
    return brand;
  }

  void count_reach(AccountId consumer, std::size_t b, market::BrandState& brand) noexcept {
    brand.marks |= market::reached;
    ++tally_.brand[b].reached;
    const std::size_t niches = world_.network->niches.niches();
    ++tally_.reached_in_niche[b * niches + index(world_.traits[index(consumer)].home)];
  }

  void remember(market::BrandState& brand, const Post& post, const Impact& impact) noexcept {
    brand.messenger = static_cast<std::uint32_t>(index(post.author));
    const float before = brand.memory;
    brand.credibility = market::mean_with(brand.credibility, before, impact.credibility);
    brand.fit = market::mean_with(brand.fit, before, post.fit);
    brand.load = market::mean_with(brand.load, before, impact.load);
    if (rates_.wear_out) {
      const float quality = rested_quality(brand);
      brand.memory += quality * impact.persuasion;
      brand.quality = market::to_units(market::worn(quality, rates_.wear_out_rate));
      brand.advertised = day_;
    } else {
      brand.memory += impact.persuasion;
    }
    brand.annoyance += rates_.annoyance_per_exposure;
  }

  float rested_quality(const market::BrandState& brand) const noexcept {
    const float quality = market::from_units(brand.quality);
    if (brand.advertised == market::never) return quality;
    const auto gap = static_cast<unsigned>(day_ - brand.advertised);
    const unsigned days = market::restoring_days(gap, rates_.restoration_after);
    return market::restored(quality, rates_.restoration.kept(days));
  }

  void respond(AccountId consumer, const Post& post, const Impact& impact,
               market::BrandState& brand, BrandTally& tally) noexcept {
    const auto bits = draw(consumer, post);
    const float strength = impact.clutter * impact.persuasion * susceptibility(consumer);
    const float damp = portable::exp(-rates_.load_on_clicks * impact.load);
    const float recall = impact.recognised ? rates_.disclosed_recall : 1.0F;
    if (random::unit_float(bits[0]) < rates_.awareness_per_view * strength * recall * damp)
      become_aware(brand, tally);
    const float click =
        market::response_chance(rates_.click_logit, rates_.engagement.trust, impact.credibility,
                                rates_.engagement.fatigue * brand.annoyance);
    if (random::unit_float(bits[1]) >= click * strength * damp) return;
    ++tally.clicks;
    become_aware(brand, tally);
    if (!rates_.consideration || brand.stage >= market::Stage::tried) return;
    const float buy =
        market::response_chance(rates_.purchase_logit, rates_.appraisal.trust, impact.credibility,
                                rates_.load_on_buying * impact.load);
    if (random::unit_float(bits[2]) < buy) brand.marks |= market::bought_by_click;
  }

  static void become_aware(market::BrandState& brand, BrandTally& tally) noexcept {
    if (brand.stage != market::Stage::unaware) return;
    brand.stage = market::Stage::aware;
    --tally.stage_change[static_cast<std::size_t>(market::Stage::unaware)];
    ++tally.stage_change[static_cast<std::size_t>(market::Stage::aware)];
  }

  World& world_;
  const market::Rates& rates_;
  market::Day day_;
  std::vector<AccountId>& active_;
  DayTally& tally_;
  random::StreamKey key_;
};

}  // namespace clout::engine
