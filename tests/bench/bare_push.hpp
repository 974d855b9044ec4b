// The least that delivering posts can cost, each delivery for itself: one counter-based draw and
// one multiplication by the trust of the follow edge, and nothing else.
#pragma once

#include <span>

#include "sim/graph/follower_graph.hpp"
#include "sim/market/fraction.hpp"
#include "tests/bench/bounds.hpp"

namespace clout::bench {

enum class Draws { one_by_one, by_simd };

/// Delivers a post of each author to every follower, on the threads of the calling scope.
/// trust: parallel to the graph's rows. Units: deliveries.
Measured bare_push(const graph::FollowerGraph& graph, std::span<const market::Units> trust,
                   std::span<const AccountId> authors, Draws draws);

}  // namespace clout::bench
