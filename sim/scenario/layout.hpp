// Which tables a scenario file has and which settings stand in each: the one place that knows both
// the file's shape and the spec structs. Parser, help, template, schema and reference all go
// through it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/field.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

/// Fields that stand in one table. Several sections may share a table.
struct Section {
  std::string path;      ///< dotted, "" for the top of the file or of a list's element
  std::string_view doc;  ///< one sentence
  std::vector<Field> fields;
  std::vector<std::string_view> required;  ///< names of fields that a file must give
};

/// A key that stands in a list's elements and is no field: the name, and what can be read only
/// once all tables are.
struct ExtraKey {
  std::string_view name;
  std::string_view by_default;
  std::string_view allowed;
  std::string_view doc;                      ///< one sentence
  std::vector<std::string_view> json_types;  ///< as in JSON Schema
};

/// What tells the elements of a list apart.
struct NameKey {
  ExtraKey key;
  std::size_t longest;  ///< bytes
  bool dotted;          ///< names may have dots, as keys of settings do
};

/// An array of tables whose elements are known by name: [[brand]].
struct List {
  std::string path;
  std::string_view doc;
  NameKey name_key;
  std::vector<ExtraKey> extra_keys;  ///< besides the name and the elements' sections: "set"
  std::size_t most;                  ///< elements a file may have
  std::function<std::size_t()> size;
  std::function<const std::string&(std::size_t)> name;
  std::function<void(std::string name)> append;
  std::function<std::vector<Section>(std::size_t)> element;  ///< valid until the next append
};

struct Layout {
  std::vector<Section> sections;
  std::vector<List> lists;
};

/// The layout bound to a scenario, which must outlive it.
Layout layout_of(Scenario& scenario);

/// A field found by its dotted path, with the path in the reference's spelling.
struct Located {
  Field field;
  std::string key;           ///< canonical: "campaign.spring.budget_usd"
  bool unit_needed = false;  ///< the path named the field without its unit
};

/// The field at a dotted path; none, and a finding, if there is no such setting.
std::optional<Located> locate(const Layout& layout, const std::string& key, const Place& place,
                              Findings& findings);

/// The field with this name or stem ("price" for "price_usd") among those of the sections at path;
/// null if none.
const Field* find_field(const std::vector<Section>& sections, std::string_view path,
                        std::string_view name);

/// The keys a table at path may hold: fields, tables and lists.
std::vector<std::string> keys_at(const std::vector<Section>& sections,
                                 const std::vector<List>& lists, std::string_view path);

/// path.name, or name if the path is empty.
std::string joined(std::string_view path, std::string_view name);

}  // namespace clout::scenario
