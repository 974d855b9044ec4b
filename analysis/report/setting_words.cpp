#include "analysis/report/setting_words.hpp"

#include <algorithm>
#include <variant>

#include "analysis/report/number_text.hpp"

namespace clout::report {

namespace {

/// Parts of a scenario that say nothing of which setting it is.
constexpr std::string_view sections[] = {"run", "graph", "platform", "market", "brand", "campaign"};

/// Where the unit is told with each value, or in words of its own.
void spell_unit(std::string& label) {
  const auto replace_end = [&](std::string_view end, std::string_view other) {
    if (!label.ends_with(end)) return;
    label.erase(label.size() - end.size());
    label += other;
  };
  replace_end(" usd", "");
  replace_end(" days", " in days");
  const std::size_t at = label.find(" usd ");
  if (at != std::string::npos) label.replace(at, 5, " USD ");
}

}  // namespace

std::string setting_label(std::string_view key) {
  const std::size_t dot = key.find('.');
  const bool in_section = dot != std::string_view::npos &&
                          std::ranges::find(sections, key.substr(0, dot)) != std::end(sections);
  std::string label(in_section ? key.substr(dot + 1) : key);
  std::ranges::replace(label, '_', ' ');
  std::ranges::replace(label, '.', ' ');
  spell_unit(label);
  return label;
}

std::vector<std::string> setting_labels(const store::SweepRecord& sweep) {
  std::vector<std::string> labels;
  for (const store::SweptSetting& each : sweep.settings) labels.push_back(setting_label(each.key));
  std::vector<std::string> told = labels;
  for (std::size_t n = 0; n < labels.size(); ++n) {
    if (std::ranges::count(labels, labels[n]) > 1) told[n] = sweep.settings[n].key;
  }
  return told;
}

std::string shown_unit(const store::SweptSetting& setting) {
  const bool number = std::holds_alternative<std::vector<double>>(setting.values);
  const bool share = setting.key.ends_with("_share") || setting.meaning.starts_with("Share of ");
  return number && share && setting.unit == "1" ? "share" : setting.unit;
}

std::string value_text(const store::SweptSetting& setting, std::size_t point) {
  if (const auto* words = std::get_if<std::vector<std::string>>(&setting.values))
    return (*words)[point];
  if (const auto* switches = std::get_if<std::vector<std::int32_t>>(&setting.values))
    return (*switches)[point] == 0 ? "no" : "yes";
  constexpr int digits = 4;
  const double number = std::get<std::vector<double>>(setting.values)[point];
  // As short as it is: 5% is not 5.000%.
  std::string text = number_text(number, shown_unit(setting), digits);
  const std::size_t end = text.find_last_of("0123456789");
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos || text.find('e') != std::string::npos) return text;
  std::size_t last = end;
  while (text[last] == '0') --last;
  if (last == dot) --last;
  return text.erase(last + 1, end - last);
}

std::string value_with_unit(const store::SweptSetting& setting, std::size_t point) {
  return value_text(setting, point) + unit_text(setting.unit);
}

}  // namespace clout::report
