// What a run needs in memory, known before it starts.
#pragma once

#include <cstdint>
#include <span>

#include "sim/engine/arm.hpp"
#include "sim/graph/generation_memory.hpp"
#include "sim/graph/network.hpp"

namespace clout::engine {

/// What decides on the memory of a market.
struct MarketShape {
  graph::GraphSize graph;
  double people_per_agent = 1;
  double influencers = 0;
  double posts_a_day = 0;
  double seen_a_day = 0;  ///< posts by consumers
};

/// Of a graph that is there.
MarketShape shape_of(const graph::Network& network, const Arm& arm);

/// Of a graph that generate() would make, from the curve of its audiences. spec: resolved().
MarketShape expected_shape(const graph::GraphSpec& spec, const Arm& arm);

/// Bytes of one live market beside the shared graph:
/// - 8 a follow: trust 2, load, day and scars 6;
/// - an account's traits 8, state 36, attention 18, number among the influencers 4, and 60 for each
///   brand: 126 with one;
/// - an influencer's record 136, 12 for its place in its niche's list, and 2 for each brand that it
///   can have endorsed, in the background or in the study; twice that, since lists grow by
///   doubling; 24 for the list of its new followers;
/// - a day's posts, 128 each, in two lists that grow by doubling;
/// - a day's exposures, 16 each, in lists that grow by doubling: 64 for each block of consumers;
/// - new follows, 80 each with their place in the index: as many by the last day as leavers find
///   other accounts, unfollow.base_per_day x refollow_share of the follows each day;
/// - 4 for each consumer that the funnel visits daily, at most all, in lists that grow by doubling.
std::uint64_t market_bytes(const MarketShape& shape, const Arm& arm, const RunSpec& run);

/// Bytes of one more arm that runs beside others of its history (siblings.hpp):
/// - an account's state 36, what tells arms apart 49, and 60 for each brand;
/// - influencers as a market has, copied to size, and 8 for each new follow;
/// - follow edges that arms do not have in common, 64 each, and a bit of each: three
///   quarters of the follows that the arm's campaigns can pay for, at median prices.
///   clout_drive_siblings counted 0.24 to 0.6 of them, for budgets that pay for 7% of all follows
///   up to all of them.
std::uint64_t sibling_bytes(const MarketShape& shape, const Arm& arm, const RunSpec& run);

/// The terms of a run's peak, bytes.
struct MemoryEstimate {
  std::uint64_t process = 0;     ///< the program, its libraries and its threads
  std::uint64_t graph = 0;       ///< graph::graph_bytes(), and names of accounts
  std::uint64_t generating = 0;  ///< graph::generating_bytes(); 0 for a graph that is there
  std::uint64_t market = 0;      ///< market_bytes() of the arm that needs most
  std::uint64_t sibling = 0;     ///< sibling_bytes() of the arm that needs most
  std::uint64_t outcomes = 0;    ///< daily counts that wait to be written

  /// With so many jobs at once, of so many arms side by side each.
  std::uint64_t running(std::size_t jobs, std::size_t arms = 1) const noexcept {
    return process + graph + outcomes + jobs * (market + (arms - 1) * sibling);
  }
  /// While the graph is made, or while markets run.
  std::uint64_t peak(std::size_t jobs, std::size_t arms = 1) const noexcept;
  /// Markets that there is room for, not rounded; 0 if not even one fits, or the graph cannot be
  /// made.
  double markets_within(std::uint64_t bytes) const noexcept;
};

/// Of a study on a graph that generate() would make; without arms, of the graph alone. spec:
/// resolved().
MemoryEstimate expected_memory(const graph::GraphSpec& spec, std::span<const Arm> arms,
                               const RunSpec& run);

/// Of a study on a graph that is there.
MemoryEstimate memory_of(const graph::Network& network, std::span<const Arm> arms,
                         const RunSpec& run);

/// The most accounts with which the same fits, one market at a time, at the same mean number of
/// follows; 0 if not even the fewest that so many follows allow do. Found to half a percent. spec:
/// resolved().
std::int64_t accounts_within(const graph::GraphSpec& spec, std::span<const Arm> arms,
                             const RunSpec& run, std::uint64_t bytes);

}  // namespace clout::engine
