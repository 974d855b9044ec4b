// clout graph import: a graph file of the program from an edge list, GraphML, tables of niches and
// influencers.
#include <array>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/cli/assumed_direction.hpp"
#include "sim/cli/graph_command.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/number_within.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/version.hpp"
#include "sim/graph/import_tables.hpp"
#include "sim/store/network_file.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout graph import soc-Epinions1.txt.gz -o epinions.h5\n"
    "  clout graph import follows.csv --direction followee-follower --niches topics.csv -o "
    "follows.h5\n"
    "  clout graph import follows.graphml --influencers accounts.csv --platform instagram -o "
    "follows.h5 --json\n"
    "\n"
    "FILE may be an edge list (one edge a line; tabs, blanks, commas or semicolons; # and % start "
    "comments), GraphML\n"
    "or a graph file of clout, plain or gzip; its content says which. Without --direction the "
    "file's own words or else\n"
    "the tails of its two columns decide which is the follower, and the reason is printed.";

struct Options {
  std::string file;
  std::string output;
  std::string direction;
  graph::TableOptions tables;
  bool ignore_extra_columns = false;
  int compression = store::GraphFileOptions{}.compression;
  bool json = false;
};

graph::EdgeOptions edge_options(const Options& options) {
  graph::EdgeOptions edges;
  edges.ignore_extra_columns = options.ignore_extra_columns;
  for (const auto each :
       {graph::Direction::follower_followee, graph::Direction::followee_follower}) {
    if (options.direction == name_of(each)) edges.direction = each;
  }
  return edges;
}

/// Reads everything that the options name; nothing is written before all of it was read.
graph::Import read_all(const Options& options) {
  graph::Import import = store::read_network(options.file, edge_options(options));
  if (import.report.format == "clout HDF5" && !options.direction.empty()) {
    import.report.notes.emplace_back(
        "--direction was not used: a graph file of clout knows its direction");
  }
  apply_tables(import, options.tables);
  return import;
}

void print_text(const graph::Import& import, const Options& options) {
  const auto& [network, report] = import;
  fmt::print("{} ({}) to {}\n", options.file, report.format, options.output);
  fmt::print("  accounts     {:>13}\n", network.graph.accounts());
  fmt::print("  follows      {:>13}\n", network.graph.follows());
  fmt::print("  duplicates   {:>13}  dropped\n", report.duplicates);
  fmt::print("  self-loops   {:>13}  dropped\n", report.self_loops);
  fmt::print("  niches       {:>13}\n", network.niches.niches());
  fmt::print("  influencers  {:>13}\n", network.influencers.size());
  if (report.direction) fmt::print("  direction    {}\n", name_of(report.direction->direction));
}

void print_json(const graph::Import& import, const Options& options) {
  const auto& [network, report] = import;
  boost::json::object out{{"file", options.file},
                          {"format", report.format},
                          {"output", options.output},
                          {"accounts", network.graph.accounts()},
                          {"follows", network.graph.follows()},
                          {"edges_in_file", report.edges},
                          {"duplicates_dropped", report.duplicates},
                          {"self_loops_dropped", report.self_loops},
                          {"niches", network.niches.niches()},
                          {"influencers", network.influencers.size()},
                          {"people_per_agent", network.people_per_agent},
                          {"named_accounts", !network.names.empty()},
                          {"fingerprint", fmt::format("{:016x}", fingerprint(network.graph))}};
  if (report.direction) {
    out["direction"] = name_of(report.direction->direction);
    out["direction_given"] = report.direction_given;
    out["direction_sure"] = report.direction->sure;
    out["direction_reason"] = report.direction->reason;
  }
  out["notes"] = boost::json::value_from(report.notes);
  std::cout << out << '\n';
}

Exit run(const Options& options) {
  const std::array needed{options.file, options.tables.niches, options.tables.influencers};
  refuse_to_replace(options.output, "--output", needed);
  const graph::Import import = read_all(options);
  const auto lost = store::write_network(import.network, options.output,
                                         {options.compression, "clout " + version_line()});
  print_direction(import.report, "--direction");
  for (const std::string& note : import.report.notes)
    print_notice(fmt::format("clout: {}\n", note));
  for (const std::string& sentence : lost) print_notice(fmt::format("clout: {}\n", sentence));
  options.json ? print_json(import, options) : print_text(import, options);
  return Exit::ok;
}

}  // namespace

void add_graph_import(CLI::App& graph, Body& body) {
  CLI::App& command =
      *graph.add_subcommand("import", "Read an edge list or GraphML into a graph file");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command.add_option("FILE", options->file, "Edge list, GraphML or graph file")->required();
  command.add_option("-o,--output", options->output, "File to write, usually .h5")
      ->type_name("FILE")
      ->required();
  command.add_option("--direction", options->direction, "What the two columns are")
      ->check(CLI::IsMember({std::string(name_of(graph::Direction::follower_followee)),
                             std::string(name_of(graph::Direction::followee_follower))}));
  command.add_flag("--ignore-extra-columns", options->ignore_extra_columns,
                   "Read the first two columns of each row, however many it has");
  command
      .add_option("--niches", options->tables.niches,
                  "CSV or TSV with the columns account and niche, or the word communities: found "
                  "by Louvain")
      ->type_name("FILE");
  command
      .add_option("--influencers", options->tables.influencers,
                  "CSV with followers, engagement, price and category of real accounts")
      ->type_name("FILE");
  command.add_option("--platform", options->tables.platform, "Only influencers of this platform")
      ->type_name("NAME")
      ->needs("--influencers");
  command
      .add_option("--influencer-count", options->tables.influencer_count,
                  "Accounts made influencers when the table names none (default: the largest 1%)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{0xffffffff}))
      ->needs("--influencers");
  command
      .add_option(
          "--price-seed", options->tables.price_seed,
          "Draw prices the table does not say, about 10 USD per 1,000 followers, with this seed")
      ->needs("--influencers");
  command
      .add_option(
          "--people-per-agent", options->tables.people_per_agent,
          "People that one account stands for (default: by the influencer table, else as read)")
      ->check(number_within(1, graph::most_people_per_agent));
  command.add_option("--compress", options->compression, "gzip level of the graph file, 0: none")
      ->check(CLI::Range(0, 9))
      ->capture_default_str();
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.callback([options, &body] { body = [options] { return run(*options); }; });
}

}  // namespace clout::cli
