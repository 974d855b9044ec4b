// A look over a GraphML text before Boost reads it: what Boost does not keep (the ids of nodes) and
// does not check.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clout::graph {

struct GraphmlOutline {
  std::vector<std::string> ids;  ///< of the nodes, in the order of the text
  std::size_t edges = 0;
  bool directed = true;
};

/// Throws InputError with the lines of everything that read_graphml refuses.
GraphmlOutline outline_of_graphml(std::string_view text, const std::string& file);

}  // namespace clout::graph
