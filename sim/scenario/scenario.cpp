#include "sim/scenario/scenario.hpp"

#include <algorithm>
#include <filesystem>

#include "sim/base/contracts.hpp"
#include "sim/base/ordinary_file.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/layout.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/profile.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/sweep_reader.hpp"

namespace clout::scenario {

namespace {

constexpr const char* option = "--set";

std::vector<std::string> campaign_names(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& campaign : scenario.campaigns) names.push_back(campaign.name);
  return names;
}

void apply_overrides(std::span<const Override> overrides, Scenario& scenario, Places& places,
                     Findings& findings) {
  const Layout layout = layout_of(scenario);
  for (const auto& [key, text] : overrides) {
    const Place place{option, 0, 0, key};
    const auto located = locate(layout, key, place, findings);
    if (!located) continue;
    const auto value =
        value_from(parse_value(text, place), located->field, located->unit_needed, place, findings);
    if (!value) continue;
    located->field.set(*value);
    places.add(located->key, place);
  }
}

/// The files and the options, the innermost, which wins, first.
std::vector<std::string_view> levels_of(const std::vector<std::string>& files) {
  std::vector<std::string_view> levels{option};
  levels.insert(levels.end(), files.begin(), files.end());
  return levels;
}

/// Names of files that an extended file gives are relative to its own folder: brings them to that
/// of the scenario's file, so that a resolved scenario beside it says the same.
void bring_to_folder(const std::string& path, GraphSource& source, const Places& places) {
  using Path = std::filesystem::path;
  const Path folder = Path(path).parent_path();
  source.folder = folder.string();
  for (const FileSetting& setting : graph_file_settings()) {
    std::string& name = source.*setting.name;
    const std::string said_by = places.of(std::string(setting.key)).file;
    if (!names_file(name) || said_by == path || said_by == option) continue;
    const Path seen = (Path(said_by).parent_path() / name).lexically_normal();
    const Path relative = seen.lexically_relative(folder.empty() ? "." : folder);
    // A path from a root and one from the working folder have no way between them.
    name = (relative.empty() ? seen : relative).string();
  }
}

/// Arms that do not say which campaigns run in them run all.
void complete_arms(Scenario& scenario, const Places& places) {
  if (scenario.arms.empty()) scenario.arms.push_back({"all", "", {}, {}});
  for (auto& arm : scenario.arms) {
    if (!places.written("arm." + arm.name + ".campaigns")) arm.campaigns = campaign_names(scenario);
  }
}

Scenario with_settings(Scenario scenario, std::span<const engine::Setting> settings) {
  const Layout layout = layout_of(scenario);
  Findings findings;
  for (const engine::Setting& setting : settings) {
    const auto located = locate(layout, setting.key, {}, findings);
    CLOUT_EXPECT(located.has_value());
    located->field.set(setting.value);
  }
  return scenario;
}

/// Settings that are allowed one by one may still contradict each other in an arm.
void check_arms(const Scenario& scenario, const Places& places, Findings& findings,
                const std::string& where = "") {
  for (const auto& arm : scenario.arms) {
    if (arm.settings.empty()) continue;
    Places in_arm(places);
    for (const engine::Setting& setting : arm.settings)
      in_arm.add(setting.key, places.of(arm_prefix(arm.name) + setting.key));
    check_scenario(with_settings(scenario, arm.settings), in_arm, findings,
                   " in arm '" + arm.name + "'" + where);
  }
}

}  // namespace

Override parse_override(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw InputError(Diagnostic{
        {option}, in_quotes(text) + " is not a setting", "key=value, such as run.days=90", ""});
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

Scenario read_scenario(const std::string& path, std::span<const Override> overrides) {
  return read_scenario_text(read_source(path), path, read_source, overrides);
}

Scenario read_scenario_text(const std::string& text, const std::string& path,
                            const ReadFile& read_file, std::span<const Override> overrides) {
  Findings findings;
  Places places;
  LoadedDocument document = load_document(text, path, read_file, findings);
  Scenario scenario;
  read_tables(document.root, layout_of(scenario), places, findings);
  apply_overrides(overrides, scenario, places, findings);
  apply_profile(scenario, places, levels_of(document.files));
  bring_to_folder(path, scenario.graph_source, places);
  read_arm_settings(document.root, scenario, layout_of(scenario), places, findings);
  for (engine::ArmSpec& arm : scenario.arms) complete_profile(arm);
  read_sweep(document.root, scenario, layout_of(scenario), places, findings);
  complete_arms(scenario, places);
  check_scenario(scenario, places, findings);
  if (findings.empty()) check_arms(scenario, places, findings);
  document.files.emplace_back(option);
  findings.throw_if_any(document.files);
  return scenario;
}

std::vector<std::string> files_of(const std::string& path, const Scenario& scenario) {
  refuse_pipe_or_device(path);  // it has been read
  Findings told_before;
  std::vector<std::string> files =
      load_document(read_source(path), path, read_source, told_before).files;
  for (const FileSetting& setting : graph_file_settings()) {
    const std::string& name = scenario.graph_source.*setting.name;
    if (!names_file(name)) continue;
    files.push_back(path_of(scenario.graph_source, name));
    refuse_pipe_or_device(files.back());  // it will be read more than once
  }
  return files;
}

ResolvedArm resolve_arm(const Scenario& scenario, std::size_t arm) {
  CLOUT_EXPECT(arm < scenario.arms.size());
  const auto& spec = scenario.arms[arm];
  Scenario changed = with_settings(scenario, spec.settings);
  std::vector<market::CampaignSpec> running;
  for (const auto& campaign : changed.campaigns) {
    if (std::find(spec.campaigns.begin(), spec.campaigns.end(), campaign.name) !=
        spec.campaigns.end())
      running.push_back(campaign);
  }
  return {spec.name, changed.platform, changed.market, std::move(changed.brands),
          std::move(running)};
}

Scenario with_values(const Scenario& scenario, std::span<const engine::Setting> settings,
                     const std::string& where) {
  Scenario changed = with_settings(scenario, settings);
  changed.sweep = {};
  const Places places;
  Findings findings;
  check_scenario(changed, places, findings, where);
  if (findings.empty()) check_arms(changed, places, findings, where);
  findings.throw_if_any({});
  return changed;
}

Scenario example_scenario() {
  Scenario scenario;
  scenario.graph.celebrities = {{.name = "star"}};
  scenario.brands = {{.name = "acme"}};
  scenario.campaigns = {{.name = "spring", .brand = "acme"}};
  scenario.arms = {{.name = "with campaign", .campaigns = {"spring"}}, {.name = "nothing"}};
  scenario.sweep.parameters = {
      {.name = "campaign.spring.budget_usd", .low = 10000, .high = 100000}};
  return scenario;
}

}  // namespace clout::scenario
