// How much more accounts are connected within groups than chance would have it.
#pragma once

#include <span>

#include "sim/graph/two_way.hpp"

namespace clout::graph {

struct Modularity {
  /// Share of follows inside groups minus sum over groups of (follows out of it) x (follows into
  /// it) / follows^2 (Leicht & Newman 2008).
  double directed;
  /// The same on the undirected projection, each pair once: share of pairs inside groups minus sum
  /// over groups of (neighbours of its members / twice the pairs)^2 (Newman & Girvan 2004; igraph:
  /// modularity).
  double undirected;
};

/// group_of: one per account, any numbers below `groups`. Undefined (NaN) without follows.
/// O(follows).
Modularity modularity(const TwoWayGraph& graph, const Degrees& degrees,
                      std::span<const std::uint32_t> group_of, std::size_t groups);

}  // namespace clout::graph
