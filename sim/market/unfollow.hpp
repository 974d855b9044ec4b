// Leaving an account.
#pragma once

#include <algorithm>

#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// Chance to leave on seeing a post: 1 - exp(-h), h = (u0 + u1 max(0, T_low - T)) days + u2 K.
/// days: since the last post seen, at least 1, so that the hazard per day does not depend on how
/// often the account posts; K: suspicion of the post, 0 for organic ones.
constexpr float leave_chance(float base, float from_distrust, float low_trust, float from_suspicion,
                             float trust, float days, float K) noexcept {
  const float hazard =
      (base + from_distrust * std::max(0.0F, low_trust - trust)) * days + from_suspicion * K;
  return 1.0F - portable::exp(-hazard);
}

}  // namespace clout::market
