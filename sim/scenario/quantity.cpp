#include "sim/scenario/quantity.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace clout::scenario {

namespace {

struct UnitFamily {
  std::string_view unit;    ///< of the setting
  std::string_view suffix;  ///< in names of settings
  std::vector<Unit> units;
};

const std::vector<UnitFamily>& families() {
  static const std::vector<UnitFamily> all{
      {"USD", "_usd", {{"USD", 1}}},
      {"USD/1k", "_usd_per_1k", {{"USD/1k", 1}}},
      {"days",
       "_days",
       {{"days", 1},
        {"day", 1},
        {"d", 1},
        {"weeks", 7},
        {"week", 7},
        {"hours", 1.0 / 24},
        {"hour", 1.0 / 24},
        {"h", 1.0 / 24},
        {"years", 365},
        {"year", 365}}},
      {"hours",
       "_hours",
       {{"hours", 1},
        {"hour", 1},
        {"h", 1},
        {"days", 24},
        {"day", 24},
        {"d", 24},
        {"weeks", 168},
        {"week", 168}}},
      {"1/day", "_per_day", {{"1/day", 1}, {"%/day", 0.01}}},
      {"posts/day", "", {{"posts/day", 1}, {"posts/week", 1.0 / 7}}},
      {"posts/week", "", {{"posts/week", 1}, {"posts/day", 7}}},
      {"people", "", {{"people", 1}, {"followers", 1}}},
      {"1", "", {{"%", 0.01}}},
  };
  return all;
}

const UnitFamily* family_of(std::string_view unit) {
  for (const UnitFamily& family : families()) {
    if (family.unit == unit) return &family;
  }
  return nullptr;
}

std::string_view without_leading_spaces(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

}  // namespace

const std::vector<Unit>& units_for(std::string_view unit) {
  static const std::vector<Unit> none;
  const UnitFamily* family = family_of(unit);
  return family == nullptr ? none : family->units;
}

std::optional<Quantity> parse_quantity(std::string_view text) {
  const bool plus = text.starts_with('+');
  std::string_view digits = plus ? text.substr(1) : text;
  const std::size_t first = digits.starts_with('-') && !plus ? 1 : 0;
  // from_chars would also take "inf" and "nan".
  if (digits.size() <= first || digits[first] < '0' || digits[first] > '9') return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{}) return std::nullopt;
  std::string_view rest = digits.substr(static_cast<std::size_t>(end - digits.data()));
  if (rest.starts_with('.') || *(end - 1) == '.') return std::nullopt;
  for (const auto& [letter, factor] : {std::pair{'k', 1e3}, std::pair{'M', 1e6}}) {
    if (rest.starts_with(letter) && (rest.size() == 1 || rest[1] == ' ')) {
      number *= factor;
      rest.remove_prefix(1);
      break;
    }
  }
  const std::string_view unit = without_leading_spaces(rest);
  if (unit.empty() && !rest.empty()) return std::nullopt;
  return Quantity{number, std::string(unit)};
}

std::string_view suffix_for(std::string_view unit) {
  const UnitFamily* family = family_of(unit);
  return family == nullptr ? "" : family->suffix;
}

std::string_view stem_of(std::string_view name, std::string_view unit) {
  const std::string_view suffix = suffix_for(unit);
  if (suffix.empty() || name.size() <= suffix.size() || !name.ends_with(suffix)) return "";
  return name.substr(0, name.size() - suffix.size());
}

}  // namespace clout::scenario
