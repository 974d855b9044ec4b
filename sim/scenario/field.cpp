#include "sim/scenario/field.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/scenario/quantity.hpp"

namespace clout::scenario {

namespace {

std::string unit_names(const Field& field) {
  std::vector<std::string> names;
  for (const Unit& unit : units_for(field.info.unit)) names.emplace_back(unit.name);
  return one_of(names);
}

std::string with_unit_example(const Field& field) {
  const double typical =
      std::get_if<double>(&static_cast<const ParameterValue&>(field.get())) != nullptr
          ? std::get<double>(field.get())
          : static_cast<double>(std::get<std::int64_t>(field.get()));
  return fmt::format("a number with its unit, such as \"{} {}\"", typical, field.info.unit);
}

/// The number a node stands for, in the field's unit.
std::optional<double> number_from(const Node& node, const Field& field, bool unit_needed,
                                  const Place& place, Findings& findings) {
  if (node.kind == Node::Kind::integer || node.kind == Node::Kind::real) {
    if (unit_needed) {
      findings.add(place, "a number without a unit", with_unit_example(field),
                   fmt::format("or write the key with its unit: {}", field.info.name));
      return std::nullopt;
    }
    return node.kind == Node::Kind::real ? node.real : static_cast<double>(node.integer);
  }
  if (node.kind != Node::Kind::text) {
    findings.add(place, fmt::format("{}, not a number", describe(node.kind)),
                 allowed_values(field));
    return std::nullopt;
  }
  const auto quantity = parse_quantity(node.text);
  if (!quantity) {
    findings.add(place, in_quotes(node.text) + " is not a number", allowed_values(field));
    return std::nullopt;
  }
  if (quantity->unit.empty() && !unit_needed) return quantity->number;
  for (const Unit& unit : units_for(field.info.unit)) {
    if (unit.name == quantity->unit) return quantity->number * unit.factor;
  }
  if (quantity->unit.empty()) {
    findings.add(place, in_quotes(node.text) + " has no unit", with_unit_example(field));
  } else {
    const std::string names = unit_names(field);
    findings.add(place, "unit " + in_quotes(quantity->unit) + " does not fit",
                 names.empty() ? "a number without a unit" : "unit " + names);
  }
  return std::nullopt;
}

std::optional<double> number_in_range(const Node& node, const Field& field, bool unit_needed,
                                      const Place& place, Findings& findings) {
  const auto number = number_from(node, field, unit_needed, place, findings);
  if (!number) return std::nullopt;
  if (!std::isfinite(*number)) {
    findings.add(place, "not a finite number", allowed_values(field));
    return std::nullopt;
  }
  if (*number < field.info.low || *number > field.info.high) {
    findings.add(place,
                 fmt::format("{} is too {}", *number, *number < field.info.low ? "small" : "large"),
                 allowed_values(field));
    return std::nullopt;
  }
  return number;
}

std::optional<ParameterValue> names_from(const Node& node, const Field& field, const Place& place,
                                         Findings& findings) {
  std::vector<std::string> names;
  bool all_text = node.kind == Node::Kind::array;
  for (const Node& item : node.items) {
    all_text = all_text && item.kind == Node::Kind::text;
    names.push_back(item.text);
  }
  if (all_text) return names;
  findings.add(place, "not a list of names", allowed_values(field));
  return std::nullopt;
}

std::optional<ParameterValue> choice_from(const Node& node, const Field& field, const Place& place,
                                          Findings& findings) {
  const std::vector<std::string> names(field.choices.begin(), field.choices.end());
  for (const std::string& name : names) {
    if (node.kind == Node::Kind::text && node.text == name) return name;
  }
  const bool is_text = node.kind == Node::Kind::text;
  findings.add(place,
               is_text ? in_quotes(node.text) + " is not one of the choices"
                       : std::string(describe(node.kind)) + ", not one of the choices",
               allowed_values(field), is_text ? did_you_mean(node.text, names) : "");
  return std::nullopt;
}

}  // namespace

std::optional<ParameterValue> value_from(const Node& node, const Field& field, bool unit_needed,
                                         const Place& place, Findings& findings) {
  switch (field.type) {
    case FieldType::number: {
      const auto number = number_in_range(node, field, unit_needed, place, findings);
      // Minus zero would print and read back as another bit pattern than zero.
      return number ? std::optional<ParameterValue>(*number + 0.0) : std::nullopt;
    }
    case FieldType::whole_number: {
      const auto number = number_in_range(node, field, unit_needed, place, findings);
      if (number && *number != std::floor(*number)) {
        findings.add(place, fmt::format("{} is not a whole number", *number),
                     allowed_values(field));
        return std::nullopt;
      }
      return number ? std::optional<ParameterValue>(static_cast<std::int64_t>(*number))
                    : std::nullopt;
    }
    case FieldType::truth:
      if (node.kind == Node::Kind::boolean) return node.boolean;
      break;
    case FieldType::text:
      if (node.kind == Node::Kind::text) return node.text;
      break;
    case FieldType::names:
      return names_from(node, field, place, findings);
    case FieldType::choice:
      return choice_from(node, field, place, findings);
  }
  findings.add(place,
               fmt::format("{}, where {} belongs", describe(node.kind), allowed_values(field)));
  return std::nullopt;
}

std::string allowed_values(const Field& field) {
  const auto& info = field.info;
  const std::string unit = info.unit == "1" ? "" : fmt::format(" {}", info.unit);
  switch (field.type) {
    case FieldType::number:
      return fmt::format("a number from {} to {}{}", info.low, info.high, unit);
    case FieldType::whole_number:
      return fmt::format("a whole number from {} to {}{}", static_cast<std::int64_t>(info.low),
                         static_cast<std::int64_t>(info.high), unit);
    case FieldType::truth:
      return "true or false";
    case FieldType::text:
      return "text in quotes";
    case FieldType::names:
      return "a list of names, such as [\"a\", \"b\"]";
    case FieldType::choice:
      return one_of({field.choices.begin(), field.choices.end()});
  }
  return "";
}

std::string toml_quoted(std::string_view text) {
  std::string quoted_text = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted_text += '\\';
      quoted_text += c;
    } else if (code < 0x20 || code == 0x7F) {
      quoted_text += fmt::format("\\u{:04X}", code);
    } else {
      quoted_text += c;
    }
  }
  return quoted_text + '"';
}

std::string toml_text(double number) {
  // TOML wants digits on both sides of a point; 1e+06 is as good as 1000000 for it.
  return fmt::format("{}", number);
}

std::string toml_text(const ParameterValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return toml_text(*number);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* text = std::get_if<std::string>(&value)) return toml_quoted(*text);
  std::string list = "[";
  for (const std::string& name : std::get<std::vector<std::string>>(value)) {
    if (list.size() > 1) list += ", ";
    list += toml_quoted(name);
  }
  return list + "]";
}

}  // namespace clout::scenario
