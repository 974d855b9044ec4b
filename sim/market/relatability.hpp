// How far a follower can see itself in an account: like interests, an audience small enough to be
// personal, and authenticity.
#pragma once

#include "sim/market/market_spec.hpp"

namespace clout::market {

/// What an account adds to its relatability, whoever looks: a_k (1 + F/F_c)^-rho, in [0, 1].
/// followers: F in people, 0 or more; authenticity: a_k in [0, 1]. Form: model description
/// (assumed; sign Schouten et al. 2020).
float appeal(const RelatabilitySpec& spec, double followers, double authenticity);

/// R = similarity x appeal, both in [0, 1].
constexpr float relatability(float similarity, float appeal) noexcept {
  return similarity * appeal;
}

/// Weight of an account's home niche: one half at least, narrowing with 1/2 + (focus - 1/2)
/// (1 + F/F_c)^-exponent. Large accounts speak to more than one niche (assumed).
double focus_of(const RelatabilitySpec& spec, double followers, double focus);

}  // namespace clout::market
