#include "sim/scenario/document.hpp"

namespace clout::scenario {

const Node* find(const Node& table, std::string_view key) {
  for (const Entry& entry : table.entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::string_view describe(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::table:
      return "a table";
    case Node::Kind::array:
      return "a list";
    case Node::Kind::text:
      return "text";
    case Node::Kind::integer:
      return "a whole number";
    case Node::Kind::real:
      return "a number";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::date:
      return "a date or time";
  }
  return "a value";
}

}  // namespace clout::scenario
