// What a generated graph will take in memory, known before it is made.
#pragma once

#include <cstdint>

#include "sim/graph/graph_spec.hpp"

namespace clout::graph {

/// Accounts and follows of a graph.
struct GraphSize {
  std::uint64_t accounts = 0;
  std::uint64_t follows = 0;
};

/// What generate() will come to, within 3% from 100,000 accounts on: accounts x mean_follows, and
/// the planted audiences. spec: resolved().
GraphSize expected_size(const GraphSpec& spec);

/// Bytes of the graph itself: 4 a follow, 8 an account for the beginnings of rows, 2 for its niche.
std::uint64_t graph_bytes(const GraphSize& size);

/// Bytes that generate() needs beside the graph at its peak, when the rows are being filled:
/// - the drafts, 4 bytes for each follow before repetitions are dropped. Repetitions depend on how
///   many follows are copied: measured, 1.10 drafts for a follow that stays without copies, 1.19 at
///   the default share of 0.4, 1.36 at 0.65, 2.07 at 0.9 (100,000 accounts);
/// - for each task and bucket half a block, its last one being half full, and the chain's ends;
/// - for each task the rest of its last huge page;
/// - 4 bytes for each follower of a planted account.
/// spec: resolved().
std::uint64_t generating_bytes(const GraphSpec& spec);

}  // namespace clout::graph
