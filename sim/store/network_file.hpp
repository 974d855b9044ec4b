// Any file with a graph in it: which format it has, its content says when it is read and its name
// when it is written.
#pragma once

#include <string>
#include <vector>

#include "sim/graph/import.hpp"
#include "sim/store/graph_file.hpp"

namespace clout::store {

/// Reads a clout graph file, GraphML or an edge list, the latter two plain or gzip. For a clout
/// graph file, which cannot come through a pipe, the edge options are not used. Throws InputError
/// as the readers do.
graph::Import read_network(const std::string& path, const graph::EdgeOptions& options = {});

/// Writes by the path's ending: .h5, .hdf5 and .nc a clout graph file; .graphml; .txt, .tsv, .csv,
/// .edges, and these with .gz, an edge list (tab-separated in any case). Returns what the format
/// cannot hold, as full sentences. Throws InputError for another ending and as the writers do.
std::vector<std::string> write_network(const graph::Network& network, const std::string& path,
                                       const GraphFileOptions& options);

}  // namespace clout::store
