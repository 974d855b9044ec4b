// clout graph generate: a synthetic follower graph from settings, a preset or a scenario file.
#include <chrono>
#include <cmath>
#include <ctime>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/cli/graph_command.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/progress_line.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/study_memory.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/threads_option.hpp"
#include "sim/cli/version.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/network_file.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout graph generate -o graph.h5                                  a million accounts\n"
    "  clout graph generate --accounts 100000 --seed 7 -o small.h5\n"
    "  clout graph generate --preset broadcast --niches 30 -o weibo-like.h5\n"
    "  clout graph generate --celebrity rhea=0.05 --celebrity nova=0.02@niche-3 -o stars.h5\n"
    "  clout graph generate --scenario study.toml -o study-graph.h5\n"
    "\n"
    "The same settings and seed give the same graph on any number of threads. Settings override "
    "the\n"
    "scenario's or preset's. `clout scenario --explain graph` says what each means and where its "
    "default\n"
    "comes from; `clout graph describe` holds the result against published networks.";

/// As in scenario files: the whole numbers that a double holds.
constexpr std::int64_t most_seed = 9'007'199'254'740'991;

struct Options {
  std::string output;
  std::string preset = "default";
  std::string scenario;
  std::uint64_t seed = 1;
  bool seed_given = false;
  std::map<std::string, double> numbers;  ///< settings given, by name
  std::vector<std::string> celebrities;
  int threads = 0;
  double memory_limit = 0;  // GB; 0: what is there
  int compression = store::GraphFileOptions{}.compression;
  bool json = false;
};

std::string option_name(std::string_view parameter) {
  std::string name = "--" + std::string(parameter);
  for (char& c : name) c = c == '_' ? '-' : c;
  return name;
}

/// "name=share" or "name=share@niche".
graph::CelebritySpec parse_celebrity(const std::string& text) {
  const std::string expected = "NAME=SHARE or NAME=SHARE@NICHE, such as rhea=0.05@niche-3";
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos)
    refuse_option("--celebrity", "'" + text + "' cannot be read", expected);
  const std::size_t at = text.find('@', equals);
  const std::string number =
      text.substr(equals + 1, at == std::string::npos ? at : at - equals - 1);
  graph::CelebritySpec celebrity{text.substr(0, equals), 0,
                                 at == std::string::npos ? "" : text.substr(at + 1)};
  std::size_t used = 0;
  try {
    celebrity.audience_share = std::stod(number, &used);
  } catch (const std::exception&) {
    used = 0;
  }
  if (used == 0 || used != number.size())
    refuse_option("--celebrity", "'" + number + "' is not a number", expected);
  return celebrity;
}

void set_number(graph::GraphSpec& spec, const Parameter<graph::GraphSpec>& row, double value) {
  if (const auto* real = std::get_if<double graph::GraphSpec::*>(&row.field)) {
    spec.** real = value;
    return;
  }
  if (!(std::abs(value) <= 9e15 && std::trunc(value) == value)) {
    refuse_option(option_name(row.info.name), fmt::format("{} cannot be taken", value),
                  fmt::format("a whole number from {} to {:.0f}", row.info.low, row.info.high));
  }
  spec.*std::get<std::int64_t graph::GraphSpec::*>(row.field) = static_cast<std::int64_t>(value);
}

/// The scenario that is named, or one with the preset's graph. Its seed holds unless --seed is
/// given, and its files stay.
scenario::Scenario study_of(Options& options) {
  scenario::Scenario study;
  if (options.scenario.empty()) {
    study.graph = graph::graph_preset(options.preset);
    return study;
  }
  study = scenario::read_scenario(options.scenario, {});
  refuse_to_replace(options.output, "--output", scenario::files_of(options.scenario, study));
  if (!study.graph_source.file.empty())
    refuse_option("--scenario", options.scenario + " reads its graph from a file",
                  "a scenario whose graph is generated");
  if (!options.seed_given) options.seed = static_cast<std::uint64_t>(study.run.seed);
  return study;
}

/// The graph's settings, options before the scenario's; a table's audiences are chosen for these.
graph::GraphSpec read_settings(Options& options) {
  scenario::Scenario study = study_of(options);
  for (const auto& row : graph::graph_parameters()) {
    const auto given = options.numbers.find(std::string(row.info.name));
    if (given != options.numbers.end()) set_number(study.graph, row, given->second);
  }
  for (const std::string& text : options.celebrities)
    study.graph.celebrities.push_back(parse_celebrity(text));
  return spec_of(study);
}

graph::Network generated(const graph::GraphSpec& spec, const Options& options) {
  ProgressLine line("generating");
  const auto progress = [&](std::size_t done, std::size_t total) { line.show(done, total); };
  graph::Network network;
  const auto make = [&] { network = generate(spec, random::Seed{options.seed}, progress); };
  options.threads > 0 ? parallel::with_threads(options.threads, make) : make();
  return network;
}

/// What the generation took: time that passed, and processor time of all threads.
struct Took {
  double seconds;
  double cpu_seconds;
};

double cpu_seconds_now() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void print_summary(const graph::Network& network, const Options& options, const Took& took) {
  const std::string print = fmt::format("{:016x}", fingerprint(network.graph));
  const double follows = static_cast<double>(network.graph.follows());
  if (options.json) {
    std::cout << boost::json::object{{"output", options.output},
                                     {"seed", options.seed},
                                     {"accounts", network.graph.accounts()},
                                     {"follows", network.graph.follows()},
                                     {"niches", network.niches.niches()},
                                     {"people_per_agent", network.people_per_agent},
                                     {"fingerprint", print},
                                     {"seconds", took.seconds},
                                     {"cpu_seconds", took.cpu_seconds}}
              << '\n';
    return;
  }
  fmt::print("{} (seed {})\n", options.output, options.seed);
  fmt::print("  accounts     {:>13}  each standing for {:.1f} people\n", network.graph.accounts(),
             network.people_per_agent);
  fmt::print("  follows      {:>13}  {:.1f} per account\n", network.graph.follows(),
             follows / static_cast<double>(network.graph.accounts()));
  fmt::print("  niches       {:>13}\n  planted      {:>13}\n", network.niches.niches(),
             network.influencers.size());
  fmt::print("  fingerprint  {}  equal for equal graphs\n", print);
  fmt::print("  generated in {:.1f} s, {:.1f} million follows a second\n", took.seconds,
             follows / took.seconds * 1e-6);
}

Exit run(Options options) {
  const auto start = std::chrono::steady_clock::now();
  const double cpu_start = cpu_seconds_now();
  const graph::GraphSpec spec = read_settings(options);
  StudyMemory(options.memory_limit).require(spec, {}, {});
  const graph::Network network = generated(spec, options);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  const Took took{passed.count(), cpu_seconds_now() - cpu_start};
  const auto lost = store::write_network(network, options.output,
                                         {options.compression, "clout " + version_line()});
  for (const std::string& sentence : lost) print_notice(fmt::format("clout: {}\n", sentence));
  print_summary(network, options, took);
  return Exit::ok;
}

void add_settings(CLI::App& command, Options& options) {
  for (const auto& row : graph::graph_parameters()) {
    command
        .add_option_function<double>(
            option_name(row.info.name),
            [&options, name = std::string(row.info.name)](double value) {
              options.numbers[name] = value;
            },
            std::string(row.info.doc))
        ->group("Settings of the graph");
  }
}

}  // namespace

void add_graph_generate(CLI::App& graph, Body& body) {
  CLI::App& command = *graph.add_subcommand("generate", "Make a synthetic follower graph");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command
      .add_option("-o,--output", options->output, "File to write: .h5, or .txt, .txt.gz, .graphml")
      ->type_name("FILE")
      ->required();
  CLI::Option* seed = command.add_option("--seed", options->seed,
                                         "Equal seeds give equal graphs; overrides a scenario's");
  seed->check(CLI::Range(std::int64_t{0}, most_seed))  // or -1 would become 2^64-1
      ->capture_default_str();
  CLI::Option* preset =
      command.add_option("--preset", options->preset, "default, or broadcast: few follow back");
  preset->check(CLI::IsMember({"default", "broadcast"}))->capture_default_str();
  command
      .add_option("--scenario", options->scenario, "Take the graph settings of this scenario file")
      ->type_name("FILE")
      ->excludes(preset);
  command
      .add_option("--celebrity", options->celebrities,
                  "NAME=SHARE[@NICHE]: plant an account followed by this share of all accounts")
      ->type_name("NAME=SHARE")
      ->expected(1)
      ->take_all();
  add_threads_option(command, options->threads);
  add_memory_option(command, options->memory_limit);
  command.add_option("--compress", options->compression, "gzip level of the graph file, 0: none")
      ->check(CLI::Range(0, 9))
      ->capture_default_str();
  command.add_flag("--json", options->json, "Print the summary as JSON");
  add_settings(command, *options);
  command.callback([options, seed, &body] {
    options->seed_given = seed->count() > 0;
    body = [options] { return run(*options); };
  });
}

}  // namespace clout::cli
