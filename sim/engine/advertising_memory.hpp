// What a consumer has kept of earlier advertising, whoever's it was: distrust, and how much.
#pragma once

#include "sim/market/rates.hpp"
#include "sim/market/state.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/market/tier.hpp"

namespace clout::engine {

/// 0 if never touched.
constexpr unsigned days_since(market::Day touched, market::Day day) noexcept {
  return touched == market::never ? 0U : static_cast<unsigned>(day - touched);
}

/// Lets distrust and remembered advertisements decay up to this day.
inline void bring_to_day(market::ConsumerState& consumer, const market::Rates& rates,
                         market::Day day) noexcept {
  if (consumer.touched == day) return;
  const unsigned days = days_since(consumer.touched, day);
  const float of_class = rates.class_decay.kept(days);
  for (float& distrust : consumer.distrust) distrust *= of_class;
  consumer.distrust_of_all *= rates.all_decay.kept(days);
  consumer.ads_in_memory *= rates.clutter_decay.kept(days);
  consumer.touched = day;
}

/// With what of earlier advertising a consumer meets an advertisement.
struct Guard {
  float persuasion = 1;   ///< what suspicion and distrust leave of it
  float ads_per_day = 0;  ///< remembered
};

/// Of a post by an account of this tier, met with suspicion K. What is recognised as advertising
/// adds to what the consumer keeps.
inline Guard meet_advertisement(market::ConsumerState& consumer, const market::Rates& rates,
                                market::Day day, market::Tier tier, float K,
                                bool recognised) noexcept {
  bring_to_day(consumer, rates, day);
  float& of_class = consumer.distrust[market::index(tier)];
  const Guard guard{
      market::persuasion_left(rates.persuasion_cut, K, of_class, consumer.distrust_of_all),
      consumer.ads_in_memory * rates.ads_per_day_per_memory};
  if (recognised) {
    of_class = market::after_suspicion(of_class, rates.to_class, K);
    consumer.distrust_of_all = market::after_suspicion(consumer.distrust_of_all, rates.to_all, K);
    consumer.ads_in_memory += 1.0F;
  }
  return guard;
}

}  // namespace clout::engine
