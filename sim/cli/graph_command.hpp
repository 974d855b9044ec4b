// The commands below `clout graph`, one file each.
#pragma once

#include "sim/cli/command.hpp"

namespace clout::cli {

void add_graph_describe(CLI::App& graph, Body& body);

}  // namespace clout::cli
