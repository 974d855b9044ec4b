// What a consumer thinks of a brand, from the state with it.
#pragma once

#include "sim/market/funnel.hpp"
#include "sim/market/memory.hpp"
#include "sim/market/rates.hpp"
#include "sim/market/state.hpp"
#include "sim/market/word_of_mouth.hpp"

namespace clout::engine {

/// The score of a brand: weighted trust, fit, response, word of mouth, price and annoyance. today:
/// the state brought to the day by brand_today(). relative_price: ln(price / geometric mean price).
inline float brand_score(const market::BrandState& today, const market::Rates& rates,
                         float relative_price) noexcept {
  market::Appraisal appraisal;
  appraisal.credibility = today.credibility;
  appraisal.fit = today.fit;
  appraisal.response =
      rates.wear_out ? today.memory : market::parabola_response(today.memory, rates.best_exposures);
  appraisal.word_of_mouth =
      market::balance(today.heard_positive, today.heard_negative, rates.negative_factor);
  appraisal.relative_price = relative_price;
  appraisal.annoyance = today.annoyance;
  return market::score(rates.appraisal, appraisal);
}

}  // namespace clout::engine
