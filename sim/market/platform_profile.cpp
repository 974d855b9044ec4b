#include "sim/market/platform_profile.hpp"

namespace clout::market {

namespace {

struct Settings {
  double seen_at_5k;
  double slope;
  double engagement_intercept;
  double engagement_from_relatability;
};

/// Slope and intercept of the latter two: clout calibrate --platform, on their engagement tables.
/// Reach at 5,000 is assumed: engagement does not tell it from the readiness to engage. On TikTok
/// posts are dealt out by what they are about, so that likeness to who made them is assumed to add
/// nothing: with it no slope meets a table that falls so little with followers.
Settings settings_of(PlatformProfile profile) {
  switch (profile) {
    case PlatformProfile::instagram:
      break;
    case PlatformProfile::tiktok:
      return {.seen_at_5k = 0.5,
              .slope = 0,
              .engagement_intercept = -2.2,
              .engagement_from_relatability = 0};
    case PlatformProfile::youtube:
      return {.seen_at_5k = 0.2,
              .slope = 0.01,
              .engagement_intercept = -2.91,
              .engagement_from_relatability = EngagementSpec{}.from_relatability};
  }
  return {ReachSpec{}.seen_at_5k, ReachSpec{}.slope, EngagementSpec{}.intercept,
          EngagementSpec{}.from_relatability};
}

}  // namespace

void put_on(PlatformProfile profile, PlatformSpec& platform, MarketSpec& market) {
  const Settings settings = settings_of(profile);
  platform.profile = profile;
  platform.reach.seen_at_5k = settings.seen_at_5k;
  platform.reach.slope = settings.slope;
  market.engagement.intercept = settings.engagement_intercept;
  market.engagement.from_relatability = settings.engagement_from_relatability;
}

}  // namespace clout::market
