// Outcome files as a run writes them: one arm's year in one replicate.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/engine/tally.hpp"
#include "sim/graph/network.hpp"
#include "tests/bench/bounds.hpp"

namespace clout::bench {

/// Writes an outcome of so many days, the given ones again and again, into a new folder beside
/// temporary files, and removes it. Units: bytes of the finished file. days: at least one, of a
/// market with one brand.
Measured write_outcome(const graph::Network& network, const std::vector<engine::DayTally>& tallies,
                       std::size_t days);

/// The bound: so many bytes into a new file in one go, and to the disk. Units: bytes.
Measured write_plain(std::size_t bytes);

}  // namespace clout::bench
