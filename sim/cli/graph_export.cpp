// clout graph export: a graph file as an edge list, GraphML or another graph file.
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/cli/graph_command.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/version.hpp"
#include "sim/store/network_file.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout graph export graph.h5 -o follows.txt.gz      an edge list, follower then followee\n"
    "  clout graph export graph.h5 -o follows.graphml     GraphML with names and niches\n"
    "  clout graph export graph.h5 -o small.h5 --compress 9\n"
    "\n"
    "The ending of the output tells the format: .txt, .tsv, .csv, .edges (also with .gz), "
    ".graphml, .h5, .hdf5, .nc.\n"
    "What a format cannot hold is said on stderr.";

struct Options {
  std::string file;
  std::string output;
  int compression = store::GraphFileOptions{}.compression;
  bool json = false;
};

Exit run(const Options& options) {
  refuse_to_replace(options.output, "--output", {&options.file, 1});
  const graph::Network network = store::read_network(options.file).network;
  const auto lost = store::write_network(network, options.output,
                                         {options.compression, "clout " + version_line()});
  for (const std::string& sentence : lost) print_notice(fmt::format("clout: {}\n", sentence));
  if (options.json) {
    std::cout << boost::json::object{{"file", options.file},
                                     {"output", options.output},
                                     {"accounts", network.graph.accounts()},
                                     {"follows", network.graph.follows()},
                                     {"not_held", boost::json::value_from(lost)}}
              << '\n';
  } else {
    fmt::print("{} to {}: {} accounts, {} follows\n", options.file, options.output,
               network.graph.accounts(), network.graph.follows());
  }
  return Exit::ok;
}

}  // namespace

void add_graph_export(CLI::App& graph, Body& body) {
  CLI::App& command =
      *graph.add_subcommand("export", "Write a graph file as an edge list or GraphML");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command.add_option("FILE", options->file, "Graph file")->required();
  command.add_option("-o,--output", options->output, "File to write; its ending tells the format")
      ->type_name("FILE")
      ->required();
  command.add_option("--compress", options->compression, "gzip level of a graph file, 0: none")
      ->check(CLI::Range(0, 9))
      ->capture_default_str();
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.callback([options, &body] { body = [options] { return run(*options); }; });
}

}  // namespace clout::cli
