// A follower graph seen both ways, and its undirected projection: two accounts are neighbours if
// one follows the other. Nothing is copied; neighbours are merged on the fly from the two sorted
// rows of an account.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/graph/follower_graph.hpp"

namespace clout::graph {

/// Refers to a graph and its transpose, which must outlive it.
struct TwoWayGraph {
  const FollowerGraph& followers;  ///< row k: who follows k
  const FollowerGraph& followees;  ///< row k: whom k follows; transpose(followers)

  std::size_t accounts() const noexcept { return followers.accounts(); }
  std::size_t follows() const noexcept { return followers.follows(); }
};

/// Calls visit(neighbour, mutual) for each neighbour of the account once, by rising id. mutual:
/// both follow each other.
template <typename Visit>
void for_each_neighbour(const TwoWayGraph& graph, AccountId account, Visit&& visit) {
  const auto in = graph.followers.followers(account);
  const auto out = graph.followees.followers(account);
  const AccountId* a = in.data();
  const AccountId* b = out.data();
  const AccountId* const a_end = a + in.size();
  const AccountId* const b_end = b + out.size();
  while (a != a_end && b != b_end) {
    const AccountId next = *a < *b ? *a : *b;
    const bool from_a = *a == next;
    const bool from_b = *b == next;
    a += from_a ? 1 : 0;
    b += from_b ? 1 : 0;
    visit(next, from_a && from_b);
  }
  for (; a != a_end; ++a) visit(*a, false);
  for (; b != b_end; ++b) visit(*b, false);
}

/// Whether the row, sorted, holds the id.
bool holds(std::span<const AccountId> row, AccountId id) noexcept;

/// Number of ids that both sorted rows hold. O(short log long) when one is much longer, else
/// O(short + long).
std::size_t common_count(std::span<const AccountId> a, std::span<const AccountId> b) noexcept;

/// Whether u follows v; looks into the shorter of the two rows that know.
bool follows(const TwoWayGraph& graph, AccountId u, AccountId v) noexcept;

/// Whether one of the two follows the other.
bool are_neighbours(const TwoWayGraph& graph, AccountId u, AccountId v) noexcept;

/// Degrees of every account, one entry each.
struct Degrees {
  std::vector<std::uint32_t> in;      ///< followers
  std::vector<std::uint32_t> out;     ///< followees
  std::vector<std::uint32_t> mutual;  ///< accounts that are both

  /// Number of neighbours in the undirected projection.
  std::uint64_t neighbours(std::size_t i) const noexcept {
    return std::uint64_t{in[i]} + out[i] - mutual[i];
  }
};

/// O(accounts + follows), in parallel.
Degrees degrees_of(const TwoWayGraph& graph);

}  // namespace clout::graph
