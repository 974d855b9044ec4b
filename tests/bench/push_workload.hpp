// The push that all peers are given: on each day the same posts run along the same rows of the same
// graph. Every delivery is seen or not by a draw and the trust of its follow edge; trust of those
// that saw it falls a little. Files for programs in other languages; clout's own two ways of doing
// it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/huge_array.hpp"
#include "sim/graph/follower_graph.hpp"
#include "sim/market/fraction.hpp"

namespace clout::bench {

/// Trust of every follow edge at the start.
inline constexpr double first_trust = 0.8;
/// A delivery is seen if draw x trust is above this; draws are uniform over 0..1.
inline constexpr double seen_above = 0.64;
/// What is left of trust where a post was seen.
inline constexpr double kept_trust = 1 - 1.0 / 1024;

struct PushSize {
  std::int64_t days = 100;
  std::int64_t posts = 0;  ///< a day, each by another author; 0: one for every 1,000 accounts
};

/// The authors of a day's posts, for each day: accounts of the hundredth with the largest
/// audiences, at random. Throws InputError if there are fewer of those than posts.
std::vector<std::vector<AccountId>> push_posts(const graph::FollowerGraph& graph,
                                               const PushSize& size);

/// Into the folder, as plain numbers of this machine's byte order: offsets.u64 (accounts + 1),
/// rows.u32 (follows), posts.u32 (days x posts). Throws InputError if it cannot be written.
void write_push(const graph::FollowerGraph& graph, const std::vector<std::vector<AccountId>>& posts,
                const std::string& folder);

/// What came of all days.
struct Pushed {
  std::int64_t deliveries = 0;
  std::int64_t seen = 0;
  double seconds = 0;  ///< wall time, without what is made ready before the first day

  Pushed& operator+=(const Pushed& other) {
    deliveries += other.deliveries;
    seen += other.seen;
    return *this;
  }
};

enum class PushWay {
  each,  ///< every delivery draws one number, by SIMD
  jump,  ///< the engine's way: jumps from one candidate to the next; the same law, other draws
};

/// Runs all days on the threads of the calling scope.
Pushed push(const graph::FollowerGraph& graph, const std::vector<std::vector<AccountId>>& posts,
            PushWay way);

}  // namespace clout::bench
