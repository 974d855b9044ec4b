// Parts of the graph that hang together.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/graph/two_way.hpp"

namespace clout::graph {

struct Components {
  std::vector<std::uint32_t> of_account;  ///< number of each account's component, 0 the largest
  std::vector<std::uint64_t>
      sizes;  ///< accounts of each component, falling; equal sizes by their lowest account id

  /// Share of all accounts in the largest component; undefined for an empty graph.
  double largest_share() const noexcept;
};

/// Components of the undirected projection. Linear time, O(accounts) extra memory. Most accounts
/// join the largest component through their first few neighbours, and the rows of its members are
/// then skipped (Sutton et al. 2018, Afforest).
Components weak_components(const TwoWayGraph& graph);

/// Largest sets in which each account reaches each other along follows. Tarjan 1972 with its own
/// stack: linear time, O(accounts) extra memory, no recursion.
Components strong_components(const FollowerGraph& graph);

}  // namespace clout::graph
