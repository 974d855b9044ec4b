#include "sim/scenario/json.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "sim/scenario/catalog.hpp"
#include "sim/scenario/quantity.hpp"

namespace clout::scenario {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr const char* number_pattern = "^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?[kM]?";

value json_of(const ParameterValue& parameter) {
  if (const auto* number = std::get_if<double>(&parameter)) return *number;
  if (const auto* whole = std::get_if<std::int64_t>(&parameter)) return *whole;
  if (const auto* truth = std::get_if<bool>(&parameter)) return *truth;
  if (const auto* text = std::get_if<std::string>(&parameter)) return value(*text);
  array names;
  for (const std::string& name : std::get<std::vector<std::string>>(parameter))
    names.emplace_back(name);
  return names;
}

std::string description_of(const CatalogRow& row) {
  const auto& info = row.field.info;
  return fmt::format("{} {}: {}.", info.doc, name_of(info.provenance), info.source);
}

/// Text of a number with one of the units that fit; without a unit too unless it is needed.
object quantity_schema(const Field& field, bool unit_needed) {
  std::string units;
  for (const Unit& unit : units_for(field.info.unit))
    units += fmt::format("{}{}", units.empty() ? "" : "|", unit.name);
  const std::string unit =
      unit_needed ? fmt::format(" *({})$", units) : fmt::format("( *({}))?$", units);
  return {{"type", "string"}, {"pattern", number_pattern + unit}};
}

object number_schema(const CatalogRow& row) {
  const Field& field = row.field;
  const bool whole = field.type == FieldType::whole_number;
  const object number{{"type", whole ? "integer" : "number"},
                      {"minimum", field.info.low},
                      {"maximum", field.info.high}};
  object schema{{"description", description_of(row)},
                {"anyOf", array{number, quantity_schema(field, false)}}};
  if (!row.required) schema["default"] = json_of(field.get());
  return schema;
}

object field_schema(const CatalogRow& row) {
  const Field& field = row.field;
  object schema{{"description", description_of(row)}};
  switch (field.type) {
    case FieldType::number:
    case FieldType::whole_number:
      return number_schema(row);
    case FieldType::truth:
      schema["type"] = "boolean";
      break;
    case FieldType::text:
      schema["type"] = "string";
      break;
    case FieldType::names:
      schema["type"] = "array";
      schema["items"] = object{{"type", "string"}};
      return schema;
    case FieldType::choice: {
      array choices;
      for (const std::string_view choice : field.choices) choices.emplace_back(choice);
      schema["enum"] = std::move(choices);
      break;
    }
  }
  if (!row.required) schema["default"] = json_of(field.get());
  return schema;
}

object table_schema(std::string_view description) {
  return {{"type", "object"},
          {"description", description},
          {"properties", object{}},
          {"additionalProperties", false}};
}

/// The schema of the table at a path below root, made on the way. Lists are entered at their items.
object& schema_at(object& root, std::string_view path) {
  object* here = &root;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    object& properties = (*here)["properties"].as_object();
    if (!properties.contains(part)) properties[part] = table_schema("");
    here = &properties[part].as_object();
    if (here->contains("items")) here = &(*here)["items"].as_object();
  }
  return *here;
}

void add_list(object& root, const CatalogTable& table) {
  const std::size_t dot = table.path.rfind('.');
  object& above =
      schema_at(root, dot == std::string::npos ? "" : std::string_view(table.path).substr(0, dot));
  object item = table_schema(table.doc);
  object& properties = item["properties"].as_object();
  const auto& [name, longest, dotted] = table.name_key;
  properties[name.name] = object{
      {"type", "string"}, {"description", name.doc}, {"minLength", 1}, {"maxLength", longest}};
  for (const ExtraKey& extra : table.extra_keys) {
    array types;
    for (const std::string_view type : extra.json_types) types.emplace_back(type);
    properties[extra.name] = object{{"type", std::move(types)}, {"description", extra.doc}};
  }
  item["required"] = array{name.name};
  above["properties"]
      .as_object()[dot == std::string::npos ? table.path : table.path.substr(dot + 1)] =
      object{{"type", "array"}, {"description", table.doc}, {"items", std::move(item)}};
}

void add_row(object& table, const CatalogRow& row) {
  object& properties = table["properties"].as_object();
  const auto& info = row.field.info;
  properties[info.name] = field_schema(row);
  const std::string_view stem = stem_of(info.name, info.unit);
  if (stem.empty()) return;
  object with_unit = quantity_schema(row.field, true);
  with_unit["description"] = description_of(row);
  properties[stem] = std::move(with_unit);
}

object problem_json(const Diagnostic& diagnostic) {
  const auto& [place, problem, expected, suggestion] = diagnostic;
  return {{"file", place.file},       {"line", place.line},
          {"column", place.column},   {"key", place.key},
          {"problem", problem},       {"expected", expected},
          {"suggestion", suggestion}, {"message", to_string(diagnostic)}};
}

array names_json(const auto& items) {
  array names;
  for (const auto& item : items) names.emplace_back(item.name);
  return names;
}

}  // namespace

std::string schema_json() {
  Scenario example = example_scenario();
  object root =
      table_schema("A clout scenario: one market, and the alternatives to compare in it.");
  root["$schema"] = "http://json-schema.org/draft-07/schema#";
  root["title"] = "clout scenario";
  root["properties"].as_object()["extends"] =
      object{{"type", "string"},
             {"description", "A scenario file that this one is a variant of, relative to it."}};
  for (const CatalogTable& table : catalog_of(example)) {
    if (table.element) add_list(root, table);
    object& schema = schema_at(root, table.path);
    if (!table.path.empty()) schema["description"] = table.doc;
    for (const CatalogRow& row : table.rows) add_row(schema, row);
  }
  return serialize(root) + "\n";
}

std::string explain_json(const std::string& key) {
  Scenario example = example_scenario();
  array rows;
  for (const CatalogRow& row : rows_named(catalog_of(example), key)) {
    const auto& info = row.field.info;
    object entry{{"key", row.key},
                 {"unit", info.unit},
                 {"required", row.required},
                 {"allowed", allowed_values(row.field)},
                 {"provenance", name_of(info.provenance)},
                 {"source", info.source},
                 {"doc", info.doc}};
    if (!row.required && row.field.type != FieldType::names)
      entry["default"] = json_of(row.field.get());
    if (!sweep_text(row.field).empty()) {
      entry["range"] = array{info.low, info.high};
      entry["sweep"] = array{info.sweep_low, info.sweep_high};
    }
    rows.emplace_back(std::move(entry));
  }
  return serialize(rows) + "\n";
}

std::string checks_json(std::span<const CheckedFile> files) {
  array checks;
  for (const CheckedFile& each : files) {
    array problems;
    for (const Diagnostic& problem : each.problems) problems.emplace_back(problem_json(problem));
    object check{
        {"file", each.file}, {"ok", each.scenario != nullptr}, {"problems", std::move(problems)}};
    if (each.scenario != nullptr) {
      const auto& run = each.scenario->run;
      check["title"] = each.scenario->headline.title;
      check["run"] = object{{"days", run.days},
                            {"warm_up_days", run.warm_up_days},
                            {"replicates", run.replicates},
                            {"seed", run.seed}};
      check["brands"] = names_json(each.scenario->brands);
      check["campaigns"] = names_json(each.scenario->campaigns);
      check["arms"] = names_json(each.scenario->arms);
    }
    checks.emplace_back(std::move(check));
  }
  return serialize(checks) + "\n";
}

}  // namespace clout::scenario
