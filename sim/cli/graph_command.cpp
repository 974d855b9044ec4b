// clout graph: the commands on follower graphs.
#include "sim/cli/graph_command.hpp"

#include <CLI/CLI.hpp>

namespace clout::cli {

namespace {

constexpr const char* examples =
    "Examples:\n"
    "  clout graph generate --accounts 100000 -o graph.h5    a synthetic follower graph\n"
    "  clout graph import soc-Epinions1.txt.gz -o real.h5    one that was measured\n"
    "  clout graph describe graph.h5 real.h5                 both beside published networks\n"
    "  clout graph export graph.h5 -o graph.graphml          for other programs";

}  // namespace

void add_graph_command(CLI::App& app, Body& body) {
  CLI::App& graph = *app.add_subcommand("graph", "Make, read and describe follower graphs");
  graph.footer(examples);
  graph.require_subcommand(1);
  add_graph_generate(graph, body);
  add_graph_import(graph, body);
  add_graph_describe(graph, body);
  add_graph_export(graph, body);
}

}  // namespace clout::cli
