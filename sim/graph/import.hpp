// What every import gives back: the network and an account of what was read, so that nothing
// happens silently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/graph/direction.hpp"
#include "sim/graph/network.hpp"

namespace clout::graph {

struct ImportReport {
  std::string format;            ///< "edge list", "GraphML", "clout HDF5"
  std::uint64_t edges = 0;       ///< edges in the file, before anything was dropped
  std::uint64_t duplicates = 0;  ///< edges dropped because the same follow was there already
  std::uint64_t self_loops = 0;  ///< edges dropped because an account would follow itself
  /// How the columns were read; none if the format itself says it (HDF5, undirected GraphML).
  std::optional<DirectionChoice> direction;
  bool direction_given = false;  ///< the user said the direction
  std::vector<std::string>
      notes;  ///< full sentences without full stop: what else was done with the file
};

struct Import {
  Network network;
  ImportReport report;
};

/// What the user may say of any file of edges.
struct EdgeOptions {
  std::optional<Direction> direction;
  /// Rows of an edge list may have any number of columns; the ones beyond the second are ignored.
  /// Otherwise they are ignored only if all rows have the same number.
  bool ignore_extra_columns = false;
  /// Refuse files with more accounts; 32-bit ids allow no more than the default.
  std::size_t most_accounts = 0xfffffff0U;
};

/// Builds the follower graph of edges (first column as follower, second as followee), drops and
/// counts duplicates and self-loops, settles the direction and turns the graph round if need be.
/// edges is released on the way.
FollowerGraph settled_graph(std::size_t accounts, std::vector<Follow> edges,
                            const std::optional<Direction>& given,
                            const std::optional<DirectionChoice>& stated, ImportReport& report);

/// All accounts in one niche called "all".
NicheAssignment one_niche(std::size_t accounts);

/// The last part of a path, which names a file without saying where it lay.
std::string file_name(const std::string& path);

}  // namespace clout::graph
