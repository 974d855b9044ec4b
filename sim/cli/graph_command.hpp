// The commands below `clout graph`. Each is declared here and lives in a file of its own.
#pragma once

#include "sim/cli/command.hpp"

namespace clout::cli {

void add_graph_generate(CLI::App& graph, Body& body);
void add_graph_import(CLI::App& graph, Body& body);
void add_graph_describe(CLI::App& graph, Body& body);
void add_graph_export(CLI::App& graph, Body& body);

}  // namespace clout::cli
