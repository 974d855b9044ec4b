// Scenarios as TOML: the template and the resolved file.
#include <fmt/format.h>

#include "sim/scenario/catalog.hpp"
#include "sim/scenario/describe.hpp"

namespace clout::scenario {

namespace {

/// What stands before each setting: nothing, or its explanation.
enum class Comments { none, explain };

constexpr const char* template_head =
    "# A scenario: one market, and the alternatives (arms) to compare in it.\n"
    "# Every setting stands here with its default; delete what you do not change.\n"
    "# Units stand in the key (budget_usd = 20000) or in the value (budget = \"20000 USD\", "
    "duration = \"6 weeks\").\n"
    "# A variant may begin with extends = \"base.toml\" and then name only what differs.\n"
    "# Check it with: clout scenario check FILE\n\n";

constexpr const char* template_arm =
    "# An arm may change settings of market, platform, brands and campaigns, and nothing else:\n"
    "# set = { \"campaign.spring.roster.tier\" = \"macro\", \"campaign.spring.budget\" = \"20000 "
    "USD\" }\n";

constexpr const char* template_range =
    "# From low to high, or values = [..], which may have units: [\"10000 USD\", \"20k USD\"].\n";

void write_comment(const Field& field, std::string& text) {
  const auto& info = field.info;
  text += fmt::format("# {}\n", info.doc);
  if (field.type != FieldType::text && field.type != FieldType::names)
    text += fmt::format("# Allowed: {}", allowed_values(field));
  if (const std::string sweep = sweep_text(field); !sweep.empty())
    text += fmt::format("; plausible: {}", sweep);
  if (field.type != FieldType::text && field.type != FieldType::names)
    text += ". ";
  else
    text += "# ";
  text += fmt::format("Default {}: {}.\n", name_of(info.provenance), info.source);
}

void write_fields(const Section& section, Comments comments, std::string& text) {
  for (const Field& field : section.fields) {
    if (comments == Comments::explain) write_comment(field, text);
    text += fmt::format("{} = {}\n", field.info.name, toml_text(field.get()));
  }
}

void write_heading(const std::string& heading, std::string_view doc, Comments comments,
                   std::string& text) {
  text += fmt::format("\n{}", heading);
  if (comments == Comments::explain) text += fmt::format("  # {}", doc);
  text += '\n';
}

void write_settings(const engine::ArmSpec& arm, std::string& text) {
  if (arm.settings.empty()) return;
  text += "set = {";
  for (std::size_t i = 0; i < arm.settings.size(); ++i) {
    text += fmt::format("{} {} = {}", i == 0 ? "" : ",", toml_quoted(arm.settings[i].key),
                        toml_text(arm.settings[i].value));
  }
  text += " }\n";
}

void write_range(const SweepParameter& parameter, std::string& text) {
  if (parameter.values.empty()) {
    text +=
        fmt::format("low = {}\nhigh = {}\n", toml_text(parameter.low), toml_text(parameter.high));
    return;
  }
  text += "values = [";
  for (std::size_t i = 0; i < parameter.values.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : ", ", toml_text(parameter.values[i]));
  text += "]\n";
}

std::string write(Scenario& scenario, Comments comments) {
  const Layout layout = layout_of(scenario);
  std::string text;
  std::string open_table;
  for (const Section& section : layout.sections) {
    // A study without a sweep says nothing of one.
    if (section.path == "sweep" && scenario.sweep.parameters.empty()) continue;
    if (section.path != open_table)
      write_heading("[" + section.path + "]", section.doc, comments, text);
    open_table = section.path;
    write_fields(section, comments, text);
  }
  for (const List& list : layout.lists) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      // One explained example of a kind is enough.
      const Comments here = i == 0 ? comments : Comments::none;
      for (const Section& section : list.element(i)) {
        const std::string path = joined(list.path, section.path);
        const bool element = section.path.empty();
        write_heading(element ? "[[" + path + "]]" : "[" + path + "]", section.doc, here, text);
        if (element)
          text += fmt::format("{} = {}\n", list.name_key.key.name, toml_quoted(list.name(i)));
        write_fields(section, here, text);
      }
      if (list.path == "arm") {
        if (here == Comments::explain) text += template_arm;
        write_settings(scenario.arms[i], text);
      }
      if (list.path == "sweep.parameter") {
        if (here == Comments::explain) text += template_range;
        write_range(scenario.sweep.parameters[i], text);
      }
    }
  }
  return text;
}

}  // namespace

std::string template_toml() {
  Scenario example = example_scenario();
  return template_head + write(example, Comments::explain);
}

std::string resolved_toml(const Scenario& scenario) {
  Scenario copy = scenario;
  return write(copy, Comments::none);
}

}  // namespace clout::scenario
