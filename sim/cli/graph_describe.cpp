// clout graph describe: a graph's statistics beside targets and real networks.
#include <cstdio>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "sim/cli/degree_plot.hpp"
#include "sim/cli/describe_json.hpp"
#include "sim/cli/describe_table.hpp"
#include "sim/cli/graph_command.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/store/network_file.hpp"

namespace clout::cli {

namespace {

struct DescribeRequest {
  std::vector<std::string> files;
  std::string plot;
  std::string direction;
  bool json = false;
  bool check = false;
  std::uint64_t seed = 1;
  graph::SummaryOptions options;
};

/// The network of a file. What had to be assumed to read it, and is not sure, is said on stderr.
graph::Network network_in(const std::string& path, const std::string& direction) {
  graph::EdgeOptions edges;
  if (!direction.empty()) {
    const auto first = graph::Direction::follower_followee;
    edges.direction = direction == name_of(first) ? first : graph::Direction::followee_follower;
  }
  graph::Import import = store::read_network(path, edges);
  const auto& assumed = import.report.direction;
  if (assumed && !import.report.direction_given && !assumed->sure) {
    print_notice(fmt::format("clout: {}: assumed {}: {}; --direction settles it\n", path,
                             name_of(assumed->direction), assumed->reason));
  }
  return std::move(import.network);
}

DescribedGraph described(const graph::Network& network, const std::string& path,
                         const graph::SummaryOptions& options) {
  DescribedGraph result{std::filesystem::path(path).filename().string(),
                        network.origin,
                        options,
                        summarise(network, options),
                        {},
                        {}};
  result.figures = figures_of(result.summary);
  result.missed = missed_targets(result.figures);
  return result;
}

void write_plot(const std::string& path, const std::vector<DescribedGraph>& graphs) {
  std::vector<PlottedGraph> plotted;
  for (const DescribedGraph& each : graphs) {
    plotted.push_back(
        {each.name, each.summary.followers.histogram, each.summary.followees.histogram});
  }
  write_text_file(path, degree_plot(plotted));
}

Exit describe(const DescribeRequest& request) {
  graph::SummaryOptions options = request.options;
  options.seed = random::Seed{request.seed};
  if (!request.plot.empty()) refuse_to_replace(request.plot, "--plot", request.files);
  std::vector<DescribedGraph> graphs;
  for (const std::string& path : request.files)
    graphs.push_back(described(network_in(path, request.direction), path, options));
  if (!request.plot.empty()) write_plot(request.plot, graphs);
  std::string text;
  if (request.json) text = describe_json(graphs) + "\n";
  bool missed = false;
  for (const DescribedGraph& each : graphs) {
    if (!request.json) text += (text.empty() ? "" : "\n") + describe_table(each, wants_color());
    missed = missed || !each.missed.empty();
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
  return request.check && missed ? Exit::check_failed : Exit::ok;
}

}  // namespace

void add_graph_describe(CLI::App& graph, Body& body) {
  CLI::App& command =
      *graph.add_subcommand("describe", "Statistics beside targets and published networks");
  const auto request = std::make_shared<DescribeRequest>();
  command.add_option("FILE", request->files, "Graphs; the plot shows all of them")->required();
  command.add_flag("--json", request->json,
                   "Every figure with definition and sample size, for machines");
  command.add_flag("--check", request->check,
                   "Exit with 1 if a target of generated graphs is missed");
  command
      .add_option("--plot", request->plot,
                  "Write a picture of the degree distributions (SVG) to this file")
      ->type_name("FILE");
  command.add_option("--direction", request->direction, "What the two columns of edge lists are")
      ->check(CLI::IsMember({std::string(name_of(graph::Direction::follower_followee)),
                             std::string(name_of(graph::Direction::followee_follower))}));
  command.add_option("--seed", request->seed, "Seed of the samples")->capture_default_str();
  command.add_option("--samples", request->options.samples, "Samples of each sampled statistic")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
      ->capture_default_str();
  command
      .add_option("--sources", request->options.path_sources,
                  "Accounts that distances are measured from")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
      ->capture_default_str();
  command
      .add_option("--exact-up-to", request->options.exact_up_to_follows,
                  "Clustering and closure are exact up to this many follows")
      ->capture_default_str();
  command
      .add_option("--communities-up-to", request->options.communities_up_to_follows,
                  "Communities are searched up to this many follows")
      ->capture_default_str();
  command.footer(
      "Examples:\n"
      "  clout graph describe graph.h5\n"
      "  clout graph describe graph.h5 soc-Epinions1.txt.gz --plot degrees.svg\n"
      "  clout graph describe graph.h5 --check --json > graph.json");
  command.callback([request, &body] { body = [request] { return describe(*request); }; });
}

}  // namespace clout::cli
