// A scenario file as a tree of values that know where they stand. What TOML is made of, and nothing
// of any library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostic.hpp"

namespace clout::scenario {

struct Entry;

struct Node {
  enum class Kind { table, array, text, integer, real, boolean, date };

  Kind kind = Kind::table;
  Place place;  ///< file, line, column
  std::string text;
  std::int64_t integer = 0;
  double real = 0;
  bool boolean = false;
  std::vector<Node> items;     ///< of an array
  std::vector<Entry> entries;  ///< of a table, in the order of the file
};

/// A key of a table with its value.
struct Entry {
  std::string key;
  Place place;
  Node value;
};

/// The value of a table's key, or null.
const Node* find(const Node& table, std::string_view key);

/// "a table", "text", "a whole number": what a message calls a value of this kind.
std::string_view describe(Node::Kind kind);

/// The tree of a TOML 1.0 text. file is what messages call it.
/// Throws InputError for text that is not TOML, not UTF-8, holds a NUL byte, is larger than 1 MiB,
/// or is nested deeper than any scenario (16 brackets, 32 parts of a dotted key).
Node parse_document(std::string_view text, const std::string& file);

/// A single value written as in TOML; anything that is no TOML value is text: 12, true, ["a", "b"],
/// 20000 USD.
Node parse_value(const std::string& text, const Place& place);

}  // namespace clout::scenario
