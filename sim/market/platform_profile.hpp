// Platforms that are shipped ready: what differs between them in reach and in how readily viewers
// engage. Engagement by tier is to come out of these, not to be put in.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/market/market_spec.hpp"
#include "sim/market/platform_spec.hpp"

namespace clout::market {

/// Sets what the profile is about (reach.seen_at_5k, reach.slope, engagement.intercept and
/// from_relatability) and leaves everything else. Instagram is the default of every setting.
void put_on(PlatformProfile profile, PlatformSpec& platform, MarketSpec& market);

}  // namespace clout::market
