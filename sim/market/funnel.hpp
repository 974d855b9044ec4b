// From unaware to repeat buyer: consideration of one brand, choice among several.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "sim/random/portable_math_float.hpp"

namespace clout::market {

/// Where a consumer stands with a brand. All steps but the trial can be undone: a repeat buyer who
/// is disappointed is again one that has tried.
enum class Stage : std::uint8_t { unaware, aware, considering, tried, repeat };

/// What a consumer weighs in considering a brand.
struct Appraisal {
  float credibility = 0.5F;  ///< mean trust in the messengers, 0..1
  float fit = 0.5F;          ///< mean fit of messengers and brand, 0..1
  float response = 0;        ///< to repeated exposure, >= 0
  float word_of_mouth = 0;   ///< balance of what was heard
  float relative_price = 0;  ///< ln(price / mean price of the brands)
  float annoyance = 0;       ///< >= 0
};

/// Weights of an appraisal, in single precision; names as in FunnelSpec.
struct AppraisalWeights {
  float trust;
  float fit;
  float response;
  float word_of_mouth;
  float price;
  float fatigue;
};

/// Score = w_T (M - 1/2) + w_F (fit - 1/2) + w_A A + w_W W - w_P price - w_f annoyance. Fit is
/// centred, so that a poor match does harm (Knoll & Matthes 2017).
constexpr float score(const AppraisalWeights& w, const Appraisal& a) noexcept {
  return w.trust * (a.credibility - 0.5F) + w.fit * (a.fit - 0.5F) + w.response * a.response +
         w.word_of_mouth * a.word_of_mouth - w.price * a.relative_price - w.fatigue * a.annoyance;
}

/// Multinomial logit with an outside option: index of the brand chosen by a fraction u in [0, 1),
/// or -1 for none. utilities: of the brands considered; outside: of buying nothing. P(b) = e^{U_b}
/// / (e^{outside} + sum e^{U}).
inline int choose(std::span<const float> utilities, float outside, float u) noexcept {
  // Only differences count; the largest becomes 0, so that no exponential overflows.
  float largest = outside;
  for (const float utility : utilities) largest = std::max(largest, utility);
  float sum = portable::exp(outside - largest);
  for (const float utility : utilities) sum += portable::exp(utility - largest);
  float at = u * sum;
  for (std::size_t b = 0; b < utilities.size(); ++b) {
    at -= portable::exp(utilities[b] - largest);
    if (at < 0.0F) return static_cast<int>(b);
  }
  return -1;
}

}  // namespace clout::market
