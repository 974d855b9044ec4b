// GraphML, read and written through Boost.Graph. For graphs of up to some million follows; edge
// lists and HDF5 files have no such limit.
#pragma once

#include <string>
#include <vector>

#include "sim/graph/import.hpp"
#include "sim/graph/text_input.hpp"

namespace clout::graph {

/// Longest GraphML text that is read, decompressed: Boost holds the whole document, about 20 bytes
/// for each of its bytes.
inline constexpr std::size_t longest_graphml = std::size_t{256} << 20U;
/// Deepest nesting of tags that is read: Boost's parser calls itself for each level.
inline constexpr std::size_t deepest_graphml = 64;

/// Reads the one graph of a GraphML text. Accounts keep the order of the file. Their names are the
/// nodes' "name" attribute if each node has one and no two are equal, else the nodes' ids; no names
/// if these are 0, 1, ... or n0, n1,
/// ... in order. A node attribute "niche" gives the niches. An edge's source follows its target
/// unless the direction says otherwise; undirected edges are mutual follows, which the report says.
/// Throws InputError with file and line: not well-formed, too long or too deep, a node without or
/// with a doubled id, an edge to an unknown node, directed and undirected edges mixed, hyperedges,
/// nested or several graphs, no edges.
Import read_graphml(TextInput input, const EdgeOptions& options);

/// Writes nodes with "name" (if there are names) and "niche" (if there is more than one) and an
/// edge from each follower to the followee. Throws InputError, before anything is written, for a
/// name that GraphML cannot hold. Returns what the format cannot hold of this network, as full
/// sentences.
std::vector<std::string> write_graphml(const Network& network, const std::string& path);

}  // namespace clout::graph
