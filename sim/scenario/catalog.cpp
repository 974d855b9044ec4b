#include "sim/scenario/catalog.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"

namespace clout::scenario {

namespace {

/// Appends the section's rows to the table of its path, which is new unless sections share it.
void add_section(const Section& section, const std::string& path, bool listed, bool element,
                 std::vector<CatalogTable>& catalog) {
  if (catalog.empty() || catalog.back().path != path)
    catalog.push_back({path, section.doc, listed, element, {}, {}, {}});
  for (const Field& field : section.fields) {
    const bool required = std::find(section.required.begin(), section.required.end(),
                                    field.info.name) != section.required.end();
    catalog.back().rows.push_back({joined(path, field.info.name), field, required});
  }
}

}  // namespace

std::vector<CatalogTable> catalog_of(Scenario& scenario) {
  const Layout layout = layout_of(scenario);
  std::vector<CatalogTable> catalog;
  for (const Section& section : layout.sections)
    add_section(section, section.path, false, false, catalog);
  for (const List& list : layout.lists) {
    CLOUT_EXPECT(list.size() > 0);
    for (const Section& section : list.element(0)) {
      add_section(section, joined(list.path, section.path), true, section.path.empty(), catalog);
      if (!section.path.empty()) continue;
      catalog.back().name_key = list.name_key;
      catalog.back().extra_keys = list.extra_keys;
    }
  }
  return catalog;
}

std::string heading_of(const CatalogTable& table) {
  if (table.path.empty()) return "top of the file";
  return table.element ? "[[" + table.path + "]]" : "[" + table.path + "]";
}

std::string default_text(const CatalogRow& row) {
  if (row.required) return "none: must be given";
  // A list of names that is left out means all there are.
  if (row.field.type == FieldType::names) return "all";
  return toml_text(row.field.get());
}

std::string sweep_text(const Field& field) {
  if (field.type != FieldType::number && field.type != FieldType::whole_number) return "";
  if (field.info.sweep_low >= field.info.sweep_high) return "";
  return fmt::format("{} to {}", field.info.sweep_low, field.info.sweep_high);
}

std::vector<CatalogRow> rows_named(const std::vector<CatalogTable>& catalog,
                                   const std::string& key) {
  std::vector<CatalogRow> rows;
  std::vector<std::string> known;
  for (const CatalogTable& table : catalog) {
    if (!table.path.empty()) known.push_back(table.path);
    for (const CatalogRow& row : table.rows) {
      known.push_back(row.key);
      if (key.empty() || row.key == key || row.key.starts_with(key + ".")) rows.push_back(row);
    }
  }
  if (rows.empty()) {
    Diagnostic unknown;
    unknown.place.key = "--explain";
    unknown.problem = "no setting or table is named " + in_quotes(key);
    unknown.suggestion = did_you_mean(key, known);
    throw InputError(std::move(unknown));
  }
  return rows;
}

}  // namespace clout::scenario
