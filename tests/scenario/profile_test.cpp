// platform.profile: what it sets, and which statements win over it.
#include "sim/engine/world.hpp"
#include "sim/market/platform_profile.hpp"
#include "sim/scenario/describe.hpp"
#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"

using clout::market::MarketSpec;
using clout::market::PlatformProfile;
using clout::market::PlatformSpec;
using clout::scenario::Scenario;
using clout::test::errors;
using clout::test::Files;
using clout::test::read;

namespace {

struct Profiled {
  PlatformSpec platform;
  MarketSpec market;
};

/// All defaults, on a platform.
Profiled on(PlatformProfile profile) {
  Profiled specs;
  clout::market::put_on(profile, specs.platform, specs.market);
  return specs;
}

Profiled tiktok() { return on(PlatformProfile::tiktok); }

Profiled youtube() { return on(PlatformProfile::youtube); }

const std::string use_tiktok = "platform.profile = \"tiktok\"\n";
const std::string slope = "platform.reach.slope = 0.33\n";

}  // namespace

TEST_CASE("a profile changes the defaults of what it is about and nothing else") {
  const Scenario scenario = read("run.seed = 1\n" + use_tiktok);
  CHECK(scenario.platform == tiktok().platform);
  CHECK(scenario.market == tiktok().market);
  CHECK(scenario.platform != PlatformSpec{});
  CHECK(read("run.seed = 1").platform == PlatformSpec{});
  CHECK(read("run.seed = 1\nplatform.profile = \"instagram\"").market == MarketSpec{});
}

TEST_CASE("a setting stated at the profile's level or an inner one wins over the profile") {
  const Files files{{"both.toml", "run.seed = 1\n" + slope + use_tiktok},
                    {"slope.toml", "run.seed = 1\n" + slope},
                    {"over slope.toml", "extends = \"slope.toml\"\n" + use_tiktok},
                    {"tiktok.toml", "run.seed = 1\n" + use_tiktok},
                    {"over tiktok.toml", "extends = \"tiktok.toml\"\n" + slope}};
  const auto slope_of = [&](const std::string& name,
                            const std::vector<clout::scenario::Override>& overrides = {}) {
    return read(files, name, overrides).platform.reach.slope;
  };
  const double of_tiktok = tiktok().platform.reach.slope;
  CHECK(slope_of("both.toml") == 0.33);
  CHECK(read(files, "both.toml").platform.reach.seen_at_5k == tiktok().platform.reach.seen_at_5k);
  CHECK(slope_of("over slope.toml") == of_tiktok);
  CHECK(slope_of("over tiktok.toml") == 0.33);
  CHECK(slope_of("slope.toml", {{"platform.profile", "tiktok"}}) == of_tiktok);
  CHECK(slope_of("tiktok.toml", {{"platform.reach.slope", "0.33"}}) == 0.33);
  // Among options, whichever comes first.
  CHECK(slope_of("slope.toml", {{"platform.reach.slope", "0.2"}, {"platform.profile", "tiktok"}}) ==
        0.2);
  // Another profile at an inner level takes what the outer one gave with it.
  CHECK(read(files, "tiktok.toml", {{"platform.profile", "youtube"}}).market == youtube().market);
}

TEST_CASE("arms may differ in platform") {
  const Scenario scenario = read("run.seed = 1\n" + slope + R"(
[[arm]]
name = "here"
[[arm]]
name = "tiktok"
set = { "platform.profile" = "tiktok" }
[[arm]]
name = "youtube, steep"
set = { "market.engagement.intercept" = -1, "platform.profile" = "youtube" }
)");
  CHECK(resolve_arm(scenario, 0).platform.reach.slope == 0.33);
  CHECK(resolve_arm(scenario, 1).platform == tiktok().platform);
  CHECK(resolve_arm(scenario, 1).market == tiktok().market);
  CHECK(resolve_arm(scenario, 2).platform == youtube().platform);
  CHECK(resolve_arm(scenario, 2).market.engagement.intercept == -1);
}

TEST_CASE("arms that differ in platform have no history in common") {
  const auto arm = [](const Profiled& specs) {
    return clout::engine::Arm{.platform = specs.platform, .market = specs.market};
  };
  CHECK_FALSE(share_history(arm(tiktok()), arm(youtube())));
  CHECK(share_history(arm(tiktok()), arm(tiktok())));
}

TEST_CASE("the resolved form says the profile's numbers and reads back to the same scenario") {
  const Scenario scenario =
      read("run.seed = 1\n" + use_tiktok +
           "[[arm]]\nname = \"a\"\nset = { \"platform.profile\" = \"youtube\" }\n");
  const std::string text = resolved_toml(scenario);
  INFO(text);
  CHECK(text.find("profile = \"tiktok\"") != std::string::npos);
  CHECK(text.find("\"platform.profile\" = \"youtube\", \"platform.reach.seen_at_5k\" = ") !=
        std::string::npos);
  const Scenario again = read(text);
  CHECK(again == scenario);
  CHECK(resolved_toml(again) == text);
  // A resolved scenario can be put on another platform all the same.
  CHECK(read(text, {{"platform.profile", "youtube"}}).platform == youtube().platform);
}

TEST_CASE("an unknown platform is named with the nearest one") {
  CHECK(errors("run.seed = 1\nplatform.profile = \"tiktk\"") ==
        "s.toml:2:20: platform.profile: 'tiktk' is not one of the choices (expected instagram, "
        "tiktok or youtube); did you mean 'tiktok'?");
  CHECK(errors("run.seed = 1", {{"platform.profile", "youtub"}}) ==
        "--set: platform.profile: 'youtub' is not one of the choices (expected instagram, tiktok "
        "or youtube); did you mean 'youtube'?");
  CHECK(errors("run.seed = 1\n[[arm]]\nname = \"a\"\nset = { \"platform.profile\" = \"insta\" }")
            .find("s.toml:4:30: arm.a.set.platform.profile: 'insta' is not one of the choices") ==
        0);
}
