#include "sim/store/outcome_reference.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "sim/store/graph_layout.hpp"
#include "sim/store/outcome_layout.hpp"

namespace clout::store {

namespace {

using outcome_layout::Element;

const char* type_name(Element element) {
  switch (element) {
    case Element::int8:
      return "int8";
    case Element::int16:
      return "int16";
    case Element::int32:
      return "int32";
    case Element::int64:
      return "int64";
    case Element::real:
      return "float64";
    case Element::text:
      return "text";
  }
  return "";
}

std::string row(const char* name, const std::string& along, Element element, const char* units,
                const std::string& meaning) {
  return fmt::format("| `{}` | {} | {} | {} | {} |\n", name, along, type_name(element), units,
                     meaning);
}

std::string axes_of(const outcome_layout::Variable& variable) {
  std::string text;
  for (const outcome_layout::Axis axis : variable.along) {
    text += text.empty() ? "" : ", ";
    text += outcome_layout::axes()[static_cast<std::size_t>(axis)].name;
  }
  return text;
}

std::string meaning_of(const outcome_layout::Variable& variable) {
  std::string text = variable.long_name;
  for (std::size_t n = 0; n < variable.categories.size(); ++n)
    text += fmt::format("{} {} {}", n == 0 ? ":" : ",", n, variable.categories[n]);
  return text;
}

std::string row(const outcome_layout::Variable& variable) {
  return row(variable.name, axes_of(variable), variable.element, variable.units,
             meaning_of(variable));
}

std::string row(const hdf5::ColumnInfo& column) {
  return row(column.name, column.dimension, column.element, column.units, column.long_name);
}

std::string group_text(const outcome_layout::GroupRow& group) {
  std::string text = fmt::format(
      "\n## {}\n\n{}\n\n| variable | along | type | units | meaning |\n|---|---|---|---|---|\n",
      group.name, group.meaning);
  for (const auto table :
       {outcome_layout::replicate_variables(), outcome_layout::study_variables()}) {
    for (const outcome_layout::Variable& variable : table) {
      if (std::string_view(variable.group) == group.name) text += row(variable);
    }
  }
  if (std::string_view(group.name) == outcome_layout::graph_group)
    text += row(graph_layout::indptr) + row(graph_layout::indices);
  return text;
}

std::string axes_text() {
  std::string text =
      "\n## Axes\n\nEach group has the axes that it uses, with a variable of the same name for the "
      "labels; `config` has\nthe labels of all arms, brands, niches and campaigns. An axis of "
      "length 0, and what lies along it, is left out.\n\n| axis | type of labels | meaning "
      "|\n|---|---|---|\n";
  for (const outcome_layout::AxisRow& axis : outcome_layout::axes()) {
    const bool labelled = std::string_view(axis.name) != "event";
    text += fmt::format("| `{}` | {} | {} |\n", axis.name,
                        labelled ? type_name(axis.labels) : "none", axis.long_name);
  }
  return text;
}

std::string attributes_text() {
  std::string text =
      "\n## Attributes of the file\n\n| attribute | meaning |\n|---|---|\n"
      "| `Conventions` | CF-1.11 |\n";
  text += fmt::format("| `schema_name`, `schema_version` | {}, {} |\n", outcome_layout::schema.name,
                      outcome_layout::schema.version);
  text +=
      "| `rng` | how draws are made |\n"
      "| `state` | \"complete\", or \"incomplete: 5 of 30 replicates\" |\n";
  for (const outcome_layout::Attribute& attribute : outcome_layout::attributes())
    text += fmt::format("| `{}` | {} |\n", attribute.name, attribute.meaning);
  return text;
}

}  // namespace

std::string outcome_reference_markdown() {
  std::string text =
      "# Outcome files: every variable\n\nWritten by `clout run --layout`. How to read the file: "
      "[../outcome.md](../outcome.md).\n";
  text += attributes_text() + axes_text();
  for (const outcome_layout::GroupRow& group : outcome_layout::groups()) text += group_text(group);
  return text;
}

}  // namespace clout::store
