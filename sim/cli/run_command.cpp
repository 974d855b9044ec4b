// clout run: all arms of a study in all replicates, summed up on one screen.
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/daily_csv.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/run_progress.hpp"
#include "sim/cli/run_summary.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout run scenarios/celebrity-vs-micro.toml --replicates 4\n"
    "  clout run study.toml --set campaign.launch.budget=\"20000 USD\" --json > result.json\n"
    "  clout run study.toml -o daily.csv      every arm, replicate, day and tier, for R or pandas\n"
    "Ctrl-C ends it in order: what is finished is summed up, and the exit code is 130.";

struct Options {
  std::string scenario;
  std::string csv;
  std::vector<std::string> settings;
  std::string progress = "auto";
  std::int64_t replicates = 0;  // 0: the scenario's
  std::int64_t days = 0;
  std::int64_t seed = -1;
  int threads = 0;
  bool json = false;
};

scenario::Scenario read_study(const Options& options) {
  std::vector<scenario::Override> overrides;
  for (const std::string& text : options.settings)
    overrides.push_back(scenario::parse_override(text));
  const auto add = [&](const char* key, std::int64_t value) {
    overrides.push_back({key, std::to_string(value)});
  };
  if (options.replicates > 0) add("run.replicates", options.replicates);
  if (options.days > 0) add("run.days", options.days);
  if (options.seed >= 0) add("run.seed", options.seed);
  return scenario::read_scenario(options.scenario, overrides);
}

std::vector<engine::Arm> arms_of(const scenario::Scenario& study) {
  std::vector<engine::Arm> arms;
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
    scenario::ResolvedArm resolved = scenario::resolve_arm(study, arm);
    arms.push_back({std::move(resolved.name), resolved.platform, resolved.market,
                    std::move(resolved.brands), std::move(resolved.campaigns)});
  }
  return arms;
}

/// How many markets fit into memory beside the graph, at most one per thread; none is an error.
std::size_t markets_that_fit(const graph::Network& network, const std::vector<engine::Arm>& arms) {
  const auto bytes =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  const double graph = 4.0 * static_cast<double>(network.graph.follows()) +
                       16.0 * static_cast<double>(network.graph.accounts());
  const auto market =
      static_cast<double>(engine::market_bytes(network, arms.front().brands.size()));
  const double room = 0.9 * bytes - graph;
  if (room < market) {
    Diagnostic problem;
    problem.place.key = "graph.accounts";
    problem.problem =
        fmt::format("a market of this size needs {:.1f} GB beside {:.1f} GB for the graph",
                    market * 1e-9, graph * 1e-9);
    problem.expected = fmt::format("at most {:.1f} GB in all on this machine", 0.9 * bytes * 1e-9);
    problem.suggestion = fmt::format("a graph of about {:.0f}% of the follows",
                                     100 * 0.9 * bytes / (market + graph));
    throw InputError(problem);
  }
  return std::min(static_cast<std::size_t>(room / market),
                  static_cast<std::size_t>(parallel::thread_count()));
}

Exit run(const Options& options) {
  const scenario::Scenario study = read_study(options);
  const std::vector<engine::Arm> arms = arms_of(study);
  if (!options.csv.empty()) const NewFile writable(options.csv);  // else noticed after the run
  RunProgress progress(options.progress);
  const Interrupt interrupt;
  const graph::Network network = network_of(study);
  std::vector<engine::Outcome> outcomes;
  const engine::Recorder recorder{
      [&](engine::Outcome&& outcome) { outcomes.push_back(std::move(outcome)); },
      [&](const engine::EnsembleProgress& each) { progress.show(each); }};
  const bool complete = run_ensemble(network, arms, study.run, markets_that_fit(network, arms),
                                     recorder, interrupt.token());
  progress.clear();
  const std::vector<engine::Outcome> paired = complete_replicates(std::move(outcomes), arms.size());
  if (!options.csv.empty()) write_daily_csv(options.csv, arms, paired);
  const RunSummary summary = summarise(study, network, arms, paired);
  if (options.json) {
    fmt::print("{}\n", boost::json::serialize(to_json(summary)));
  } else {
    fmt::print("{}", to_table(summary));
  }
  if (complete) return Exit::ok;
  fmt::print(stderr, "clout: interrupted; {} of {} replicates are complete and summed up\n",
             paired.size() / arms.size(), study.run.replicates);
  return Exit::interrupted;
}

Exit run_on_threads(const Options& options) {
  if (options.threads == 0) return run(options);
  Exit exit = Exit::ok;
  parallel::with_threads(options.threads, [&] { exit = run(options); });
  return exit;
}

}  // namespace

void add_run_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand("run", "Run a study and compare its arms");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command.add_option("scenario", options->scenario, "Scenario file (TOML)")->required();
  command.add_option("--replicates", options->replicates, "Repetitions with other random draws")
      ->check(CLI::Range(1, 100000));
  command.add_option("--days", options->days, "Days to simulate")->check(CLI::Range(1, 36500));
  command.add_option("--seed", options->seed, "Seed; overrides the scenario's")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{9007199254740991}));
  command
      .add_option("--threads", options->threads,
                  "Threads to use (default: all cores); changes no bit")
      ->check(CLI::Range(1, 1024));
  command.add_option("--set", options->settings, "key=value: another setting, as in the file")
      ->expected(1)
      ->take_all();
  command
      .add_option("--progress", options->progress,
                  "auto (a line on a terminal), line, json (a JSON object a line, on stderr), none")
      ->check(CLI::IsMember({"auto", "line", "json", "none"}))
      ->capture_default_str();
  command.add_option("-o,--output", options->csv, "CSV file of daily counts by arm and replicate");
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.callback([options, &body] { body = [options] { return run_on_threads(*options); }; });
}

}  // namespace clout::cli
