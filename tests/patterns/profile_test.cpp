#include <cmath>

#include "analysis/patterns/profile_fit.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::patterns;
using market::PlatformProfile;

namespace {

scenario::Scenario defaults() {
  scenario::Scenario common = scenario::example_scenario();
  common.run.seed = 3;  // not the one that profiles were fitted with
  return common;
}

}  // namespace

TEST_CASE(
    "engagement by tier on TikTok and YouTube comes out within 15% of the industry's tables") {
  const Lab lab(defaults(), Effort::quick);
  for (const PlatformProfile profile : {PlatformProfile::tiktok, PlatformProfile::youtube}) {
    for (const TierEngagement& tier : engagement_by_tier(lab, profile)) {
      INFO(choice_names<market::Tier>[market::index(tier.tier)]);
      CHECK(std::abs(tier.value.mean / tier.published - 1) < 0.15);
    }
  }
}

TEST_CASE("a profile's fit ends where it began if it was fitted before") {
  const Lab lab(defaults(), Effort::quick);
  const ProfileFit fit = fit_profile(lab, PlatformProfile::youtube);
  const engine::Arm arm = lab.arm_on(PlatformProfile::youtube);
  CHECK(std::abs(fit.slope - arm.platform.reach.slope) < 0.02);
  CHECK(std::abs(fit.intercept - arm.market.engagement.intercept) < 0.1);
}
