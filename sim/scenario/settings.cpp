#include "sim/scenario/settings.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/scenario/catalog.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::scenario {

namespace {

std::map<std::string, std::string> defaults() {
  Scenario example = example_scenario();
  std::map<std::string, std::string> texts;
  for (const CatalogTable& table : catalog_of(example)) {
    for (const CatalogRow& row : table.rows) {
      if (!row.required && row.field.type != FieldType::names)
        texts[row.key] = toml_text(row.field.get());
    }
  }
  return texts;
}

class Walk {
 public:
  std::vector<SettingValue> over(Scenario scenario) {
    const Layout layout = layout_of(scenario);
    for (const Section& section : layout.sections) {
      if (!section.path.empty()) add(section, section.path, section.path);
    }
    for (const List& list : layout.lists) {
      if (list.path == "arm") continue;
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (const Section& section : list.element(i))
          add(section, joined(joined(list.path, list.name(i)), section.path),
              joined(list.path, section.path));
      }
    }
    return std::move(settings_);
  }

 private:
  void add(const Section& section, const std::string& path, const std::string& row_path) {
    for (const Field& field : section.fields) {
      const std::string row = joined(row_path, field.info.name);
      const auto preset = defaults_.find(row);
      settings_.push_back({joined(path, field.info.name), row, toml_text(field.get()),
                           preset == defaults_.end() ? std::string() : preset->second, field.info});
    }
  }

  std::map<std::string, std::string> defaults_ = defaults();
  std::vector<SettingValue> settings_;
};

/// The scenario as one arm runs it.
Scenario as_arm(const Scenario& scenario, std::size_t arm) {
  Scenario copy = scenario;
  ResolvedArm resolved = resolve_arm(scenario, arm);
  copy.platform = resolved.platform;
  copy.market = resolved.market;
  copy.brands = std::move(resolved.brands);
  copy.campaigns = std::move(resolved.campaigns);
  return copy;
}

bool differ(const std::vector<std::optional<std::string>>& values) {
  const std::optional<std::string>* first = nullptr;
  for (const auto& each : values) {
    if (!each) continue;
    if (first != nullptr && *first != each) return true;
    first = &each;
  }
  return false;
}

}  // namespace

std::vector<SettingValue> settings_of(const Scenario& scenario) { return Walk().over(scenario); }

std::vector<ArmDifference> arm_differences(const Scenario& scenario) {
  std::vector<ArmDifference> rows;
  std::map<std::string, std::size_t> row_of;
  for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm) {
    for (const SettingValue& each : settings_of(as_arm(scenario, arm))) {
      const auto [at, is_new] = row_of.try_emplace(each.key, rows.size());
      if (is_new)
        rows.push_back({each.key, std::string(each.info.doc),
                        std::vector<std::optional<std::string>>(scenario.arms.size())});
      rows[at->second].values[arm] = each.value;
    }
  }
  std::erase_if(rows, [](const ArmDifference& row) { return !differ(row.values); });
  return rows;
}

}  // namespace clout::scenario
