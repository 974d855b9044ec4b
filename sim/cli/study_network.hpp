// The follower graph that a scenario asks for.
#pragma once

#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

/// The generator's settings with the rows of the scenario's influencer table, if it names one, as
/// accounts to plant. Throws InputError if the table cannot be used.
graph::GraphSpec spec_of(const scenario::Scenario& study);

/// Reads or generates the graph, with all that the scenario's [graph] says. A direction that nobody
/// stated is said on stderr. Throws InputError as the readers and the generator do.
graph::Network network_of(const scenario::Scenario& study);

}  // namespace clout::cli
