// What buyers and engagers tell their followers, and what hearing it does.
#pragma once

#include <algorithm>

#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// Chance q_ik that one post heard makes a follower adopt: q (1 - w + w similarity), all in [0, 1].
constexpr float imitation_chance(float imitation, float similarity_weight,
                                 float similarity) noexcept {
  return imitation * (1.0F - similarity_weight + similarity_weight * similarity);
}

/// Chance to adopt by what was heard today: (1 - prod (1 - q_ik)) max(0, 1 - factor x negative
/// share). untouched: the product over positive posts; counts of posts heard today.
constexpr float adoption_chance(float untouched, float positive, float negative,
                                float negative_factor) noexcept {
  if (positive <= 0.0F) return 0.0F;
  const float share = negative / (positive + negative);
  return (1.0F - untouched) * std::max(0.0F, 1.0F - negative_factor * share);
}

/// Balance of word of mouth in memory: ln(1 + positive) - factor ln(1 + negative).
constexpr float balance(float positive, float negative, float negative_factor) noexcept {
  return portable::log(1.0F + positive) - negative_factor * portable::log(1.0F + negative);
}

}  // namespace clout::market
