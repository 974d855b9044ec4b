#include "analysis/sensitivity/parameters.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/scenario/catalog.hpp"
#include "sim/scenario/layout.hpp"
#include "sim/scenario/settings.hpp"

namespace clout::sensitivity {

namespace {

using scenario::Field;
using scenario::FieldType;
using scenario::SweepParameter;

constexpr std::string_view read_by_market[] = {"market.", "platform.", "brand.", "campaign."};

bool begins_with_any(const std::string& key, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return key.starts_with(start); });
}

bool every_arm_sets(const scenario::Scenario& study, const std::string& key) {
  return std::all_of(study.arms.begin(), study.arms.end(), [&](const engine::ArmSpec& arm) {
    return std::any_of(arm.settings.begin(), arm.settings.end(),
                       [&](const engine::Setting& each) { return each.key == key; });
  });
}

SweepParameter over_range(const std::string& key, const ParameterInfo& info) {
  SweepParameter made;
  made.name = key;
  made.low = info.sweep_low;
  made.high = info.sweep_high;
  if (made.low > 0 && made.high / made.low >= log_from_ratio)
    made.scale = scenario::SweepScale::log;
  return made;
}

/// Whether the study cannot be run with the setting alone at an end of its range: a campaign that
/// outlasts the run, say.
bool contradicts(const scenario::Scenario& study, const std::string& key, const Field& field) {
  for (const double end : {field.info.sweep_low, field.info.sweep_high}) {
    const engine::Setting setting =
        field.type == FieldType::whole_number
            ? engine::Setting{key, static_cast<std::int64_t>(std::llround(end))}
            : engine::Setting{key, end};
    try {
      scenario::with_values(study, {&setting, 1}, "");
    } catch (const InputError&) {
      return true;
    }
  }
  return false;
}

[[noreturn]] void refuse(const std::string& problem, const std::string& expected) {
  Diagnostic diagnostic;
  diagnostic.place.key = "--parameters";
  diagnostic.problem = problem;
  diagnostic.expected = expected;
  throw InputError(diagnostic);
}

SweepParameter over_all(const std::string& key, const Field& field) {
  if (!scenario::sweep_text(field).empty()) return over_range(key, field.info);
  SweepParameter made;
  made.name = key;
  if (field.type == FieldType::truth) made.values = {false, true};
  for (const std::string_view choice : field.choices) made.values.emplace_back(std::string(choice));
  if (made.values.empty())
    refuse("'" + key + "' has no range of its own",
           "a setting with a sweep range, or a [[sweep.parameter]] with low and high");
  return made;
}

}  // namespace

std::vector<SweepParameter> named_parameters(const scenario::Scenario& study,
                                             std::span<const std::string> keys) {
  scenario::Scenario copy = study;
  const scenario::Layout layout = layout_of(copy);
  std::vector<SweepParameter> made;
  for (const std::string& key : keys) {
    scenario::Findings findings;
    Place place;
    place.key = "--parameters";
    const auto located = locate(layout, key, place, findings);
    findings.throw_if_any({});
    if (!begins_with_any(located->key, read_by_market) && !located->key.starts_with("graph."))
      refuse("'" + located->key + "' cannot vary",
             "a setting of market, platform, brand, campaign or graph");
    if (every_arm_sets(study, located->key))
      refuse("every arm sets '" + located->key + "' itself",
             "a setting that at least one arm leaves to the study");
    const auto same = [&](const SweepParameter& each) { return each.name == located->key; };
    if (std::any_of(made.begin(), made.end(), same))
      refuse("'" + located->key + "' is named twice", "each once");
    made.push_back(over_all(located->key, located->field));
  }
  return made;
}

AssumedParameters assumed_parameters(const scenario::Scenario& study) {
  scenario::Scenario copy = study;
  const scenario::Layout layout = layout_of(copy);
  AssumedParameters made;
  for (const scenario::SettingValue& each : settings_of(study)) {
    const bool fixed =
        each.info.provenance == Provenance::found || each.info.provenance == Provenance::recalled;
    if (fixed || !begins_with_any(each.key, read_by_market) || every_arm_sets(study, each.key))
      continue;
    scenario::Findings findings;
    const auto located = locate(layout, each.key, {}, findings);
    if (!located || scenario::sweep_text(located->field).empty()) continue;
    if (contradicts(study, each.key, located->field)) {
      made.contradicting.push_back(each.key);
    } else {
      made.parameters.push_back(over_range(each.key, each.info));
    }
  }
  return made;
}

void require_variation(std::span<const SweepParameter> parameters) {
  if (parameters.empty()) {
    Diagnostic problem;
    problem.place.key = "sweep";
    problem.problem = "no setting varies";
    problem.expected = "a [[sweep.parameter]], --parameters or --assumed";
    throw InputError(problem);
  }
  for (const SweepParameter& each : parameters) {
    if (each.values.empty()) continue;
    std::vector<ParameterValue> sorted = each.values;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() >= 2 && std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end())
      continue;
    Diagnostic problem;
    problem.place.key = "sweep.parameter." + each.name;
    problem.problem = sorted.size() < 2 ? "has a single value" : "has a value twice";
    problem.expected = "two values or more, each once";
    throw InputError(problem);
  }
}

}  // namespace clout::sensitivity
