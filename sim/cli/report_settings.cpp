// What was assumed: settings in which arms differ, that the study changed, and that nobody
// measured.
#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/settings.hpp"

namespace clout::cli {

namespace {

using scenario::SettingValue;

/// None if this version of the program reads the study's settings no more.
std::optional<scenario::Scenario> scenario_of(const store::StudyRecord& record) {
  try {
    return scenario::read_scenario_text(record.resolved, "resolved",
                                        [](const std::string&) { return std::string(); });
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::string unreadable(const store::StudyRecord& record) {
  return html_paragraph("This version of clout does not read the settings of " + record.software +
                        "; they stand in the outcome file.");
}

std::string code(const std::string& text) { return "<code>" + xml_text(text) + "</code>"; }

/// As people write it: "1.8 %" of a scenario is 0.018000000000000002 to the last bit.
std::string clean(const std::string& value) {
  double number = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  const bool fraction = value.find('.') != std::string::npos;  // whole numbers have no last bits
  return fraction && error == std::errc() && rest == end ? fmt::format("{:.15g}", number) : value;
}

std::string value_code(const std::string& value) { return code(clean(value)); }

/// By more than the last bits of a number.
bool is_changed(const SettingValue& setting) {
  return setting.is_changed() && clean(setting.value) != clean(setting.preset);
}

std::string campaigns_of(const ReportInput& input, std::size_t arm) {
  const store::StudyRecord& study = study_of(input);
  std::string names;
  for (const std::size_t each : study.arms[arm].campaigns)
    names += (names.empty() ? "" : ", ") + study.campaigns[each].name;
  return names.empty() ? "none" : xml_text(names);
}

/// Where a default comes from: "assumed: our choice, since ...".
std::string grade_cell(const SettingValue& setting) {
  const std::string grade(name_of(setting.info.provenance));
  return "<b>" + grade + "</b>: " + xml_text(setting.info.source);
}

std::string changed_table(const std::vector<SettingValue>& settings) {
  HtmlTable table{
      "Settings that the study changed, with the default and where that comes from. What "
      "the study put in its place is the study's own assumption.",
      {"Setting", "Value", "Default", "Meaning", "Grade and source of the default"},
      {},
      true};
  for (const SettingValue& each : settings) {
    if (is_changed(each))
      table.rows.push_back({code(each.key), value_code(each.value), value_code(each.preset),
                            xml_text(each.info.doc), grade_cell(each)});
  }
  if (table.rows.empty()) return html_paragraph("The study changed no setting that has a default.");
  return html_table(table);
}

bool is_open_assumption(const SettingValue& setting) {
  return setting.info.provenance == Provenance::assumed && !is_changed(setting) &&
         setting.info.sweep_high > setting.info.sweep_low;
}

std::string assumed_table(const std::vector<SettingValue>& settings) {
  HtmlTable table{
      "Assumed settings that the study left at their defaults, with the range in which the "
      "truth may plausibly lie.",
      {"Setting", "Value", "Plausible range", "Meaning", "Reason"},
      {},
      true};
  for (const SettingValue& each : settings) {
    if (!is_open_assumption(each)) continue;
    table.rows.push_back(
        {code(each.key), value_code(each.value),
         fmt::format("{:.15g} to {:.15g}", each.info.sweep_low, each.info.sweep_high),
         xml_text(each.info.doc), xml_text(each.info.source)});
  }
  return table.rows.empty() ? "" : html_table(table);
}

std::string grades_text(const std::vector<SettingValue>& settings) {
  const auto count = [&](Provenance grade) {
    return std::ranges::count_if(settings, [&](const SettingValue& each) {
      return each.info.provenance == grade && each.info.sweep_high > each.info.sweep_low;
    });
  };
  return fmt::format(
      "Of the settings that have a plausible range, the defaults of {} were found in a source that "
      "was "
      "read, {} are recalled from one, {} are calibrated to published patterns, and {} are "
      "assumed.",
      count(Provenance::found), count(Provenance::recalled), count(Provenance::calibrated),
      count(Provenance::assumed));
}

}  // namespace

std::string differences_section(const ReportInput& input) {
  const std::size_t arms = study_of(input).arms.size();
  if (arms < 2) return {};
  const auto study = scenario_of(study_of(input));
  if (!study) return unreadable(study_of(input));
  HtmlTable table{"Only what differs between arms; all else is the same in all of them.",
                  {"Setting"},
                  {},
                  true};
  std::vector<std::string> notes{"what it is"};
  std::vector<std::string> campaigns{"campaigns that run"};
  for (std::size_t arm = 0; arm < arms; ++arm) {
    table.head.push_back(arm_cell(input, arm));
    notes.push_back(xml_text(study_of(input).arms[arm].note));
    campaigns.push_back(campaigns_of(input, arm));
  }
  table.rows = {notes, campaigns};
  for (const scenario::ArmDifference& each : scenario::arm_differences(*study)) {
    std::vector<std::string> row{code(each.key) + "<br><small>" + xml_text(each.doc) + "</small>"};
    for (const auto& value : each.values) row.push_back(value ? value_code(*value) : "not run");
    table.rows.push_back(std::move(row));
  }
  return html_table(table);
}

std::string assumptions_html(const store::StudyRecord& record,
                             const std::vector<std::string>& cautions,
                             const std::vector<std::string>& varied) {
  std::string html;
  for (const std::string& each : cautions) html += "<li>" + xml_text(each) + "</li>\n";
  html = "<h3>All cautions</h3>\n<ul class=\"caveats\">\n" + html + "</ul>\n";
  const auto study = scenario_of(record);
  if (!study) return unreadable(record) + html;
  std::vector<SettingValue> settings = scenario::settings_of(*study);
  std::erase_if(settings, [&](const SettingValue& each) {
    return each.key.starts_with("sweep.") || std::ranges::find(varied, each.key) != varied.end();
  });
  std::string text = html_paragraph(grades_text(settings));
  text += html_paragraph(
      "Intervals of this page do not cover them: they say what luck does, not what is wrong with "
      "an "
      "assumption.");
  text += changed_table(settings);
  const auto open = std::ranges::count_if(settings, is_open_assumption);
  if (open > 0)
    text += html_details(fmt::format("{} assumed settings that were left at their defaults", open),
                         assumed_table(settings));
  return text + html;
}

std::string assumptions_section(const ReportInput& input) {
  return assumptions_html(study_of(input), report::caveats(input.comparison));
}

}  // namespace clout::cli
