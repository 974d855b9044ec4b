#include "sim/market/platform_profile.hpp"

namespace clout::market {

namespace {

struct Settings {
  double seen_at_5k;
  double slope;
  double engagement_intercept;
};

/// Slope and intercept of the latter two: clout calibrate --platform, on their engagement tables.
/// Reach at 5,000 is assumed: engagement does not tell it from the readiness to engage.
Settings settings_of(PlatformProfile profile) {
  switch (profile) {
    case PlatformProfile::instagram:
      break;
    case PlatformProfile::tiktok:
      return {.seen_at_5k = 0.5, .slope = 0.008, .engagement_intercept = -2.49};
    case PlatformProfile::youtube:
      return {.seen_at_5k = 0.2, .slope = 0.071, .engagement_intercept = -2.92};
  }
  return {ReachSpec{}.seen_at_5k, ReachSpec{}.slope, EngagementSpec{}.intercept};
}

}  // namespace

void put_on(PlatformProfile profile, PlatformSpec& platform, MarketSpec& market) {
  const Settings settings = settings_of(profile);
  platform.profile = profile;
  platform.reach.seen_at_5k = settings.seen_at_5k;
  platform.reach.slope = settings.slope;
  market.engagement.intercept = settings.engagement_intercept;
}

}  // namespace clout::market
