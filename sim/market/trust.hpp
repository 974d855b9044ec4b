// Trust of a follower in the account followed: its baseline, its way back to it, what raises it and
// what costs it. Nobody has published a rate per endorsement; the rates are free parameters.
#pragma once

#include <algorithm>

#include "sim/market/market_spec.hpp"
#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// What an account adds to the logit of its baseline trust, whoever follows:
/// a0 + a_pop ln(max(F, 1)) + a_exp expertise. followers: F in people; expertise in [0, 1].
float trust_logit(const TrustSpec& spec, double followers, double expertise);

/// T0 = logistic(account + a_R R), in (0, 1).
constexpr float baseline_trust(float account_logit, float from_relatability, float R) noexcept {
  return portable::logistic(account_logit + from_relatability * R);
}

/// Trust after days without contact: T0 + (T - T0) kept, kept = 2^(-days / half-life).
constexpr float rested(float trust, float baseline, float kept) noexcept {
  return baseline + (trust - baseline) * kept;
}

/// Trust after an organic post, a reply or a good experience: T + rate R (C - T); nothing above the
/// ceiling C.
constexpr float after_gain(float trust, float rate, float R, float ceiling) noexcept {
  return trust + rate * R * std::max(0.0F, ceiling - trust);
}

/// Trust after an advertisement: T (1 - rate K (1 - fit) (1 - relief)); relief = d_unknown x
/// unfamiliarity of the brand. All in [0, 1] (direction: Cheng & Zhang 2025).
constexpr float after_advertisement(float trust, float rate, float K, float fit,
                                    float relief) noexcept {
  return trust * (1.0F - rate * K * (1.0F - fit) * (1.0F - relief));
}

/// Trust after a bad experience with the product: T (1 - min(1, rate severity)); rate = lambda
/// eta_plus, severity in [0, 1].
constexpr float after_bad_experience(float trust, float rate, float severity) noexcept {
  return trust * (1.0F - std::min(1.0F, rate * severity));
}

/// Ceiling that this many noticed deceptions have left: C kept^scars.
constexpr float ceiling_after(float ceiling, float kept, unsigned scars) noexcept {
  for (unsigned scar = 0; scar < scars; ++scar) ceiling *= kept;
  return ceiling;
}

}  // namespace clout::market
