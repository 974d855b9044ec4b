// The real graphs in scenarios/data/graphs and their reference figures in
// tests/reference/graphs.json.
#pragma once

#include <string>
#include <vector>

#include "sim/graph/follower_graph.hpp"

namespace clout::tests {

/// One of the real graphs. Accounts are numbered by rising id of the file, as
/// tests/reference/graph_reference.py does.
struct RealGraph {
  std::string name;  ///< file name without .txt.gz, and key in graphs.json
  graph::FollowerGraph followers;
  graph::FollowerGraph followees;
};

/// soc-Epinions1, wiki-Vote, twitter-topic-a, twitter-topic-b; read once. Throws std::runtime_error
/// if a file is missing.
const std::vector<RealGraph>& real_graphs();

/// Text of tests/reference/graphs.json.
std::string reference_json();

}  // namespace clout::tests
