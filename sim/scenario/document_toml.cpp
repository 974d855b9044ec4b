// The only file that includes toml++ (header only, so that sanitizers and fuzzers see into it).
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 16
#include <algorithm>
#include <tuple>
#include <utility>

#include <toml++/toml.h>

#include "sim/scenario/document.hpp"
#include "sim/scenario/source_text.hpp"

namespace clout::scenario {

namespace {

Place place_of(const toml::source_region& region, const std::string& file) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), ""};
}

Node converted(const toml::node& value, const std::string& file);

void convert_table(const toml::table& table, const std::string& file, Node& node) {
  node.kind = Node::Kind::table;
  for (const auto& [key, value] : table) {
    Entry entry{std::string(key.str()), place_of(key.source(), file), converted(value, file)};
    // A table that only subtables brought into being has no place of its own.
    if (entry.value.place.line == 0) entry.value.place = entry.place;
    node.entries.push_back(std::move(entry));
  }
  // toml++ sorts by key; messages and merges go by the file.
  std::stable_sort(node.entries.begin(), node.entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
}

Node converted(const toml::node& value, const std::string& file) {
  Node node;
  node.place = place_of(value.source(), file);
  if (const auto* table = value.as_table()) {
    convert_table(*table, file, node);
  } else if (const auto* array = value.as_array()) {
    node.kind = Node::Kind::array;
    for (const toml::node& item : *array) node.items.push_back(converted(item, file));
  } else if (const auto* text = value.as_string()) {
    node.kind = Node::Kind::text;
    node.text = text->get();
  } else if (const auto* integer = value.as_integer()) {
    node.kind = Node::Kind::integer;
    node.integer = integer->get();
  } else if (const auto* real = value.as_floating_point()) {
    node.kind = Node::Kind::real;
    node.real = real->get();
  } else if (const auto* boolean = value.as_boolean()) {
    node.kind = Node::Kind::boolean;
    node.boolean = boolean->get();
  } else {
    node.kind = Node::Kind::date;
  }
  return node;
}

}  // namespace

Node parse_document(std::string_view text, const std::string& file) {
  check_source(text, file);
  try {
    const toml::table table = toml::parse(text);
    Node root;
    root.place = {file, 0, 0, ""};
    convert_table(table, file, root);
    return root;
  } catch (const toml::parse_error& error) {
    throw InputError({place_of(error.source(), file),
                      "not TOML: " + std::string(error.description()), "",
                      "everything after this place was not checked"});
  }
}

Node parse_value(const std::string& text, const Place& place) {
  Node node;
  node.kind = Node::Kind::text;
  node.text = text;
  try {
    check_source(text, place.file);
    const toml::table table = toml::parse("value = " + text);
    if (table.size() == 1) node = converted(*table.get("value"), place.file);
  } catch (const toml::parse_error&) {
    // Text without quotes, as a shell leaves it.
  }
  node.place = place;
  return node;
}

}  // namespace clout::scenario
