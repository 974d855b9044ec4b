// How many follows lie between accounts.
#pragma once

#include <vector>

#include "sim/graph/estimate.hpp"
#include "sim/graph/follower_graph.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::graph {

/// Shortest paths along follow direction: from a source to whom it follows, whom those follow, and
/// so on (the way a source's attention can travel; a post travels the other way). Over pairs
/// (source, reached account), source excluded.
struct Distances {
  Estimate mean;  ///< over reachable pairs; samples: number of sources. NaN if nothing is reached
  double effective_diameter =
      undefined;  ///< 90% of reachable pairs are at most this far, linear between whole distances
  std::vector<std::uint64_t> pairs_at;  ///< reachable pairs at distance 0, 1, 2, ... (none at 0)
  std::uint64_t sources = 0;
};

/// From `sources` different accounts drawn uniformly, or exactly from all accounts if there are no
/// more. Searches run 64 at a time, one bit each (Then et al. 2014, The More the Merrier): O(depth
/// x follows) per 64, 24 bytes an account. The standard error treats sources as independent (ratio
/// estimator).
Distances distances(const FollowerGraph& graph, random::Seed seed, std::uint64_t sources);

}  // namespace clout::graph
