// A scenario's settings one by one, and how they differ between its arms and from the defaults.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

struct SettingValue {
  std::string key;     ///< "campaign.launch.budget_usd"
  std::string row;     ///< the catalog's key: "campaign.budget_usd"
  std::string value;   ///< as TOML
  std::string preset;  ///< the default as TOML; empty where a file must give a value
  ParameterInfo info;

  bool is_changed() const { return !preset.empty() && value != preset; }
};

/// Every setting of market, platform, graph, run, brands and campaigns, in the order of the
/// reference; not of arms, nor what the study is called.
std::vector<SettingValue> settings_of(const Scenario& scenario);

/// A setting that is not the same in all arms.
struct ArmDifference {
  std::string key;
  std::string doc;
  std::vector<std::optional<std::string>> values;  ///< by arm, as TOML; none: its campaign does not
                                                   ///< run there
};

/// Settings that two arms have and differ in.
std::vector<ArmDifference> arm_differences(const Scenario& scenario);

}  // namespace clout::scenario
