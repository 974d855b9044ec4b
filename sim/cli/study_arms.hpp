// The arms of a study as the engine runs them.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

std::vector<engine::Arm> arms_of(const scenario::Scenario& study);

/// How many markets fit into memory beside the graph, at most two per thread. Throws InputError if
/// none does.
std::size_t markets_that_fit(const graph::Network& network, const std::vector<engine::Arm>& arms);

}  // namespace clout::cli
