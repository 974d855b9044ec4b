#include "sim/scenario/settings.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace clout;

namespace {

constexpr const char* text = R"(
title = "t"
question = "q"
[run]
seed = 1
days = 90
[[brand]]
name = "acme"
[[campaign]]
name = "launch"
brand = "acme"
budget = "70000 USD"
[[arm]]
name = "nothing"
campaigns = []
[[arm]]
name = "once"
[[arm]]
name = "twice"
set = { "campaign.launch.budget_usd" = 140000 }
)";

scenario::Scenario study(std::string source = text) {
  return scenario::read_scenario_text(source, "t.toml",
                                      [](const std::string&) { return std::string(); });
}

const scenario::SettingValue* find(const std::vector<scenario::SettingValue>& settings,
                                   const std::string& key) {
  const auto at = std::ranges::find_if(settings, [&](const auto& each) { return each.key == key; });
  return at == settings.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a setting is told with its catalog row, value and default") {
  const auto settings = scenario::settings_of(study());
  const auto* days = find(settings, "run.days");
  REQUIRE(days != nullptr);
  CHECK(days->value == "90");
  CHECK(days->preset == "365");
  CHECK(days->is_changed());
  const auto* budget = find(settings, "campaign.launch.budget_usd");
  REQUIRE(budget != nullptr);
  CHECK(budget->row == "campaign.budget_usd");
  CHECK(find(settings, "title") == nullptr);
  // What a file must give has no default to differ from.
  const auto* seed = find(settings, "run.seed");
  REQUIRE(seed != nullptr);
  CHECK(!seed->is_changed());
}

TEST_CASE("arms differ in what two of them have and do not share") {
  const auto differences = scenario::arm_differences(study());
  const auto at = std::ranges::find_if(
      differences, [](const auto& each) { return each.key == "campaign.launch.budget_usd"; });
  REQUIRE(at != differences.end());
  CHECK(!at->values[0]);  // its campaign does not run
  CHECK(*at->values[1] == "70000");
  CHECK(*at->values[2] == "140000");
}
