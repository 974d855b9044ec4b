#include "sim/scenario/profile.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"
#include "sim/market/platform_profile.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::scenario {

namespace {

constexpr std::string_view profile_key = "platform.profile";

/// What market::put_on sets.
constexpr std::string_view keys_of_profiles[] = {
    "platform.reach.seen_at_5k", "platform.reach.slope", "market.engagement.intercept",
    "market.engagement.from_relatability"};

Field field_at(const Layout& layout, std::string_view key) {
  Findings findings;
  const auto located = locate(layout, std::string(key), {}, findings);
  CLOUT_EXPECT(located.has_value());
  return located->field;
}

/// A scenario that has the profile, and all else by default.
Scenario on(market::PlatformProfile profile) {
  Scenario scenario;
  market::put_on(profile, scenario.platform, scenario.market);
  return scenario;
}

auto level_of(std::string_view key, const Places& places,
              const std::vector<std::string_view>& levels) {
  return std::find(levels.begin(), levels.end(), places.of(std::string(key)).file);
}

}  // namespace

void apply_profile(Scenario& scenario, const Places& places,
                   const std::vector<std::string_view>& levels) {
  if (!places.written(std::string(profile_key))) return;
  const auto level = level_of(profile_key, places, levels);
  Scenario profiled = on(scenario.platform.profile);
  const Layout from = layout_of(profiled);
  const Layout to = layout_of(scenario);
  for (const std::string_view key : keys_of_profiles) {
    const bool stated = places.written(std::string(key)) && level_of(key, places, levels) <= level;
    if (!stated) field_at(to, key).set(field_at(from, key).get());
  }
}

void complete_profile(engine::ArmSpec& arm) {
  const auto setting_of = [&](std::string_view key) {
    return std::find_if(arm.settings.begin(), arm.settings.end(),
                        [&](const engine::Setting& each) { return each.key == key; });
  };
  const auto profile = setting_of(profile_key);
  if (profile == arm.settings.end()) return;
  Scenario profiled;
  const Layout layout = layout_of(profiled);
  field_at(layout, profile_key).set(profile->value);
  profiled = on(profiled.platform.profile);
  for (const std::string_view key : keys_of_profiles) {
    if (setting_of(key) == arm.settings.end())
      arm.settings.push_back({std::string(key), field_at(layout, key).get()});
  }
}

}  // namespace clout::scenario
