// clout graph: the commands on follower graphs.
#include "sim/cli/graph_command.hpp"

#include <CLI/CLI.hpp>

namespace clout::cli {

void add_graph_command(CLI::App& app, Body& body) {
  CLI::App& graph = *app.add_subcommand("graph", "Make, read and describe follower graphs");
  graph.require_subcommand(1);
  add_graph_generate(graph, body);
  add_graph_import(graph, body);
  add_graph_describe(graph, body);
  add_graph_export(graph, body);
}

}  // namespace clout::cli
