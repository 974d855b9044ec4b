// Suspicion of a sponsored post, and how it spreads to a kind of accounts and to advertising as
// such.
#pragma once

#include "sim/market/market_spec.hpp"
#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// What a sponsored post brings to the suspicion of all its viewers.
struct EndorsementContext {
  double share = 0;      ///< s: sponsored share of the account's posts, 0..1
  double breadth = 0;    ///< N: decayed count of distinct brands endorsed
  double fit = 0;        ///< of brand and account, 0..1
  double followers = 0;  ///< F, people
  bool undisclosed = false;
};

/// The post's part of the logit, for viewers that recognise it as advertising:
/// k0 + k_s (s - s0) + k_N ln(1 + N) - k_fit fit + [k_u + k_F ln(F / F0) if undisclosed].
float suspicion_logit(const SuspicionSpec& spec, const EndorsementContext& post);

/// K = logistic(post + k_L L - k_R R + k_RL R L + skepticism), in (0, 1). load: L >= 0; R in [0,
/// 1].
constexpr float suspicion(float post_logit, float from_load, float from_relatability,
                          float relatability_load, float load, float R, float skepticism) noexcept {
  return portable::logistic(post_logit + from_load * load - from_relatability * R +
                            relatability_load * R * load + skepticism);
}

/// Distrust D in [0, 1] of a class of accounts, or of all advertising, after a post of suspicion K:
/// D + share K (1 - D).
constexpr float after_suspicion(float distrust, float share, float K) noexcept {
  return distrust + share * K * (1.0F - distrust);
}

/// Factor on persuasion: 1 - cut (1 - (1-K)(1-D_class)(1-D_all)), in [1 - cut, 1]: never nothing
/// (Eisend & Tarrahi 2022).
constexpr float persuasion_left(float cut, float K, float of_class, float of_all) noexcept {
  return 1.0F - cut * (1.0F - (1.0F - K) * (1.0F - of_class) * (1.0F - of_all));
}

}  // namespace clout::market
