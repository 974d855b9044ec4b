// The follower graph that a scenario asks for.
#pragma once

#include "sim/cli/study_memory.hpp"
#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

/// The generator's settings with the rows of the scenario's influencer table, if it names one, as
/// accounts to plant. Throws InputError if the table cannot be used.
graph::GraphSpec spec_of(const scenario::Scenario& study);

/// Reads or generates the graph, with all that the scenario's [graph] says. A direction that nobody
/// stated is said on stderr. Throws InputError as the readers and the generator do, and, before it
/// generates, if the study would not fit into memory.
graph::Network network_of(const scenario::Scenario& study, const StudyMemory& memory);

}  // namespace clout::cli
