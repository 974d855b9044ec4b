// Small markets with something of everything, for tests.
#pragma once

#include "sim/engine/arm.hpp"
#include "sim/graph/network.hpp"

namespace clout::tests {

/// A heavy-tailed random follower graph: account k is followed with a chance of about
/// 1 / (1 + k mod 97), so that a few accounts have half of all and most a handful. niches: 4, home
/// drawn at random. people_per_agent 1000: tiers up to macro at 1,000 accounts. Mutual follows, new
/// accounts without followers and accounts that follow nobody occur.
graph::Network small_network(std::size_t accounts, std::uint64_t seed);

/// Two brands (hedonic, utilitarian), three campaigns (even, burst undisclosed, pulse customised)
/// and rates so high that in 40 days everything happens.
engine::Arm busy_arm();

/// 40 days after 10 of warm-up, one replicate.
engine::RunSpec short_run(std::int64_t seed);

}  // namespace clout::tests
