// What repeated advertisements leave in a consumer: memory of the brand, annoyance by it, and
// clutter by all of them. Memory and annoyance are two states with different half-lives.
#pragma once

#include <algorithm>

#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// Response to n effective exposures in memory: n - n^2 / (2 n*), highest at n = n*, and not below
/// 0 beyond 2 n* (Schmidt & Eisend 2015: peak at about ten).
constexpr float parabola_response(float exposures, float best) noexcept {
  return std::max(0.0F, exposures - exposures * exposures / (2.0F * best));
}

/// Quality of an advertisement for a consumer, in [0, 1], after one exposure: q (1 - rate) (Naik,
/// Mantrala & Sawyer 1998).
constexpr float worn(float quality, float rate) noexcept { return quality * (1.0F - rate); }

/// Days of a gap between two exposures in which quality is restored: those beyond what is no pause
/// yet.
constexpr unsigned restoring_days(unsigned gap, unsigned after) noexcept {
  return gap > after ? gap - after : 0;
}

/// Quality after so long: 1 - (1 - q) kept, kept = 2^(-days / restoration half-life).
constexpr float restored(float quality, float kept) noexcept {
  return 1.0F - (1.0F - quality) * kept;
}

/// Strength of an advertisement among others: 1 - weight ln(1 + ads per day) escape, at least 0;
/// escape = 1 - novelty_weight x novelty: what is fresh stands out.
constexpr float clutter_factor(float weight, float ads_per_day, float escape) noexcept {
  return std::max(0.0F, 1.0F - weight * portable::log(1.0F + ads_per_day) * escape);
}

/// Running mean over the exposures in memory: the new value has weight 1, what is remembered n >=
/// 0.
constexpr float mean_with(float mean, float remembered, float value) noexcept {
  return mean + (value - mean) / (remembered + 1.0F);
}

}  // namespace clout::market
