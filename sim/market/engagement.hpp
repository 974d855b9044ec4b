// Likes, comments and shares per view, and clicks on advertisements.
#pragma once

#include "sim/market/market_spec.hpp"
#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// Factor on the engagement of sponsored posts: m0 + (1 - m0) / (1 + (F / F_s)^kappa), in [m0, 1].
/// F_s grows with customised content and with the share of consumers that do not know the brand
/// (Wies, Bleier & Edeling 2023: direction). followers: F, people; unfamiliar in [0, 1].
float sponsored_factor(const EngagementSpec& spec, double followers, bool customised,
                       double unfamiliar);

/// Weights of a viewer's engagement, in single precision.
struct EngagementWeights {
  float intercept;
  float trust;
  float relatability;
  float interest;
  float fatigue;
};

/// Chance that a viewer engages: factor x logistic(b0 + b_T T + b_R R + b_I interest - b_f fatigue
/// + recognition). recognition: g_rec s^2 of the rival form, else 0.
constexpr float engagement_chance(const EngagementWeights& b, float trust, float R, float interest,
                                  float fatigue, float recognition, float factor) noexcept {
  return factor * portable::logistic(b.intercept + b.trust * trust + b.relatability * R +
                                     b.interest * interest - b.fatigue * fatigue + recognition);
}

/// Factor on the engagement of an advertisement that is recognised: 1 - share (1 - psi), in (0, 1];
/// psi: the persuasion that suspicion leaves; share in [0, 1].
constexpr float liking_left(float share, float persuasion) noexcept {
  return 1.0F - share * (1.0F - persuasion);
}

/// ln(p / (1 - p)), p kept within [1e-12, 1 - 1e-12].
float logit(double probability);

/// Chance that a viewer of an advertisement clicks, or that one who clicks buys: logistic(base +
/// weight (M - 1/2) - annoyance), base the logit of the mean rate, M the messenger's credibility in
/// [0, 1].
constexpr float response_chance(float base_logit, float weight, float credibility,
                                float annoyance) noexcept {
  return portable::logistic(base_logit + weight * (credibility - 0.5F) - annoyance);
}

}  // namespace clout::market
