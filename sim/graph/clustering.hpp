// How often two accounts with a common neighbour are themselves connected.
//
// Undirected figures are of the undirected projection (two_way.hpp): a wedge is a pair of
// neighbours of one account, closed if they are neighbours of each other. Directed closure looks at
// follow paths.
#pragma once

#include <span>

#include "sim/graph/estimate.hpp"
#include "sim/graph/two_way.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::graph {

struct Clustering {
  Estimate transitivity;  ///< closed wedges / wedges, over the whole graph (igraph:
                          ///< transitivity_undirected)
  Estimate local;  ///< mean over accounts with >= 2 neighbours of the share of their wedges that
                   ///< are closed
  Estimate local_all;  ///< the same mean over all accounts, those with < 2 neighbours counted as 0
                       ///< (networkx's average)
};

/// By counting triangles: O(follows^1.5) time and O(follows) memory.
Clustering clustering_exact(const TwoWayGraph& graph, const Degrees& degrees);

/// From `samples` independent wedges, uniform over all wedges for the transitivity, and `samples`
/// other ones for the local means: a uniform account of >= 2 neighbours, then a uniform pair of its
/// neighbours. O(samples log).
Clustering clustering_sampled(const TwoWayGraph& graph, const Degrees& degrees, random::Seed seed,
                              std::uint64_t samples);

/// Share of paths u > v > w (u follows v, v follows w, u != w) for which u follows w.
/// O(follows^1.5).
Estimate closure_exact(const TwoWayGraph& graph, const Degrees& degrees);

/// The same from `samples` independent paths, uniform over all of them.
Estimate closure_sampled(const TwoWayGraph& graph, const Degrees& degrees, random::Seed seed,
                         std::uint64_t samples);

}  // namespace clout::graph
