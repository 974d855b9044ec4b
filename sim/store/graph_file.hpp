// Follower graphs in HDF5 files: written by `clout graph`, read by every command, and by netCDF-4
// tools.
#pragma once

#include <string>

#include "sim/graph/network.hpp"
#include "sim/store/seal.hpp"

namespace clout::store {

/// Version of the layout that this program writes. Files of other versions are refused.
inline constexpr int graph_schema_version = 1;

struct GraphFileOptions {
  int compression = 1;   ///< gzip level 1 .. 9, or 0: none
  std::string software;  ///< what wrote the file: name and version; never a time, so that equal
                         ///< graphs are equal bytes
};

/// Writes the network to the path, sealed, all or nothing; equal networks and options give equal
/// bytes.
/// Needs little memory beside the network. Throws InputError if the file cannot be written, for a
/// network without accounts, with more than 2^31 - 1 accounts or with more than 32,767 niches, and
/// for texts with a NUL byte.
void write_graph_file(const graph::Network& network, const std::string& path,
                      const GraphFileOptions& options);

/// Reads a network that write_graph_file wrote, or another program in the same layout, and checks
/// all of it: the seal if there is one, shapes, offsets, rows, ranges. Throws InputError with file
/// and dataset if anything is missing or wrong.
graph::Network read_graph_file(const CheckedFile& checked);

}  // namespace clout::store
