// A consumer's state with a brand, brought to today by its decays in closed form.
#pragma once

#include "sim/market/memory.hpp"
#include "sim/market/rates.hpp"
#include "sim/market/state.hpp"

namespace clout::engine {

/// The state as of the morning of the day; the day's own counts start at nothing on a new day.
/// Quality stays as of the last advertisement: word of mouth ends no pause.
inline market::BrandState brand_today(market::BrandState state, const market::Rates& rates,
                                      market::Day day) noexcept {
  if (state.touched == day) return state;
  if (state.touched != market::never) {
    const unsigned days = static_cast<unsigned>(day - state.touched);
    const float kept = rates.memory_decay.kept(days);
    state.memory *= kept;
    state.heard_positive *= kept;
    state.heard_negative *= kept;
    state.annoyance *= rates.annoyance_decay.kept(days);
  }
  state.untouched = 1;
  state.positive_today = 0;
  state.negative_today = 0;
  state.touched = day;
  return state;
}

}  // namespace clout::engine
