#include "analysis/patterns/profile_fit.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

namespace {

using Rates = std::array<double, table_tiers>;

struct Point {
  double slope = 0;
  double intercept = 0;
};

Rates rates_at(const Lab& lab, market::PlatformProfile profile, const Point& at) {
  engine::Arm arm = usual_arm(lab.arm_on(profile));
  arm.platform.reach.slope = at.slope;
  arm.market.engagement.intercept = at.intercept;
  const GoingMarket going = warm_market(lab, arm, random::Replicate{0});
  return mean_engagement(account_engagement(going.world, warm_up_days, usual_sponsoring(arm)));
}

Rates residuals(const Rates& rates, const Rates& published) {
  Rates off{};
  for (std::size_t tier = 0; tier < table_tiers; ++tier)
    off[tier] = std::log(rates[tier] / published[tier]);
  return off;
}

double dot(const Rates& a, const Rates& b) {
  double sum = 0;
  for (std::size_t tier = 0; tier < table_tiers; ++tier) sum += a[tier] * b[tier];
  return sum;
}

/// Derivative of the residuals, from those a step away.
Rates derivative(const Rates& here, const Rates& there, double step) {
  Rates rate{};
  for (std::size_t tier = 0; tier < table_tiers; ++tier)
    rate[tier] = (there[tier] - here[tier]) / step;
  return rate;
}

}  // namespace

ProfileFit fit_profile(const Lab& lab, market::PlatformProfile profile) {
  constexpr int most_steps = 8;
  constexpr double slope_step = 0.02;
  constexpr double intercept_step = 0.1;
  constexpr double close_enough = 1e-4;
  const engine::Arm start = lab.arm_on(profile);
  Point at{start.platform.reach.slope, start.market.engagement.intercept};
  ProfileFit fit{.published = published_engagement(profile)};
  const auto off_at = [&](const Point& point) {
    ++fit.evaluations;
    return residuals(rates_at(lab, profile, point), fit.published);
  };
  for (int step = 0; step < most_steps && !lab.stopped(); ++step) {
    const Rates here = off_at(at);
    const Rates by_slope =
        derivative(here, off_at({at.slope + slope_step, at.intercept}), slope_step);
    const Rates by_intercept =
        derivative(here, off_at({at.slope, at.intercept + intercept_step}), intercept_step);
    const double aa = dot(by_slope, by_slope);
    const double ab = dot(by_slope, by_intercept);
    const double bb = dot(by_intercept, by_intercept);
    const double determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) break;
    const double ra = dot(by_slope, here);
    const double rb = dot(by_intercept, here);
    const Point next{std::clamp(at.slope - (bb * ra - ab * rb) / determinant, 0.0, 1.0),
                     at.intercept - (aa * rb - ab * ra) / determinant};
    const double moved = std::abs(next.slope - at.slope) + std::abs(next.intercept - at.intercept);
    at = next;
    if (moved < close_enough) break;
  }
  fit.slope = at.slope;
  fit.intercept = at.intercept;
  fit.reproduced = rates_at(lab, profile, at);
  return fit;
}

}  // namespace clout::patterns
