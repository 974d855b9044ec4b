// clout graph: the commands on follower graphs.
#include <CLI/CLI.hpp>

#include "sim/cli/command.hpp"

namespace clout::cli {

void add_graph_command(CLI::App& app, [[maybe_unused]] Body& body) {
  CLI::App& graph = *app.add_subcommand("graph", "Make, read and describe follower graphs");
  graph.require_subcommand(1);
}

}  // namespace clout::cli
