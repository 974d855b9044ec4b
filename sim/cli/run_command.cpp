// clout run: all arms of a study in all replicates, into one file and summed up on one screen.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/daily_csv.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/cli/study_run.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/outcome_reference.hpp"
#include "sim/store/outcome_writer.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout run scenarios/celebrity-vs-micro.toml --replicates 4\n"
    "  clout run study.toml --set campaign.launch.budget=\"20000 USD\" --json > result.json\n"
    "  clout run study.toml -o big.h5 --replicates 60 --resume    30 more, after a run of 30\n"
    "Everything goes to the output, HDF5 that netCDF programs, Python and R read. Ctrl-C ends it "
    "in\n"
    "order: finished replicates are in the output, --resume goes on, and the exit code is 130. A "
    "run\n"
    "that was killed goes on in the same way.";

struct Options {
  std::string scenario;
  std::string output;  // empty: by the scenario's name
  std::string csv;
  std::vector<std::string> settings;
  std::string progress = "auto";
  std::int64_t replicates = 0;  // 0: the scenario's
  std::int64_t days = 0;
  std::int64_t seed = -1;
  int threads = 0;
  bool resume = false;
  bool with_graph = false;
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

std::string output_of(const Options& options) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path(options.scenario).stem().string() + ".h5";
}

/// The command that goes on with this run, as a shell takes it.
std::string resume_command(const Options& options) {
  std::string command =
      "clout run " + shell_word(options.scenario) + " -o " + shell_word(output_of(options));
  const auto add = [&](const char* option, std::int64_t value) {
    command += fmt::format(" {} {}", option, value);
  };
  if (options.replicates > 0) add("--replicates", options.replicates);
  if (options.days > 0) add("--days", options.days);
  if (options.seed >= 0) add("--seed", options.seed);
  for (const std::string& setting : options.settings) command += " --set " + shell_word(setting);
  if (options.with_graph) command += " --with-graph";
  return command + " --resume";
}

void print_summary(const Options& options, const report::Results& results) {
  const report::Comparison comparison = report::compare({&results, 1});
  if (options.json) {
    fmt::print("{}\n", boost::json::serialize(compare_json(comparison)));
  } else {
    fmt::print("{}", compare_table(comparison, {false, wants_color()}));
    if (!results.replicates.empty()) fmt::print("\nEverything is in {}\n", output_of(options));
  }
}

/// Outputs that would cost the study itself.
void refuse_outputs(const Options& options, const scenario::Scenario& study) {
  const std::string output = output_of(options);
  std::vector<std::string> needed{options.scenario};
  for (const scenario::FileSetting& setting : scenario::graph_file_settings()) {
    const std::string& name = study.graph_source.*setting.name;
    if (scenario::names_file(name)) needed.push_back(path_of(study.graph_source, name));
  }
  refuse_to_replace(output, "--output", needed);
  if (!options.resume) refuse_unless_hdf5(output, "--output");
  needed.push_back(output);
  if (!options.csv.empty()) refuse_to_replace(options.csv, "--csv", needed);
}

Exit run(const Options& options) {
  const scenario::Scenario study = read_study(options);
  const std::vector<engine::Arm> arms = arms_of(study);
  const std::string output = output_of(options);
  refuse_outputs(options, study);
  if (!options.csv.empty()) const NewFile writable(options.csv);  // else noticed after the run
  store::OutcomeWriter writer(output, options.resume ? store::Start::resume : store::Start::anew);
  const Interrupt interrupt;
  const graph::Network network = network_of(study);
  const store::StudyRecord record = study_record(options.scenario, study, arms, network);
  writer.begin(record);
  const std::size_t replicates =
      run_study(study, arms, network, writer, options.progress, interrupt.token(),
                options.with_graph ? &network.graph : nullptr);
  if (!options.csv.empty() && replicates > 0)
    write_daily_csv(options.csv, store::OutcomeReader(output));
  print_summary(options, replicates > 0 ? report::read_results(output, "")
                                        : report::Results{"", record, {}, {}});
  if (static_cast<std::int64_t>(replicates) == study.run.replicates) return Exit::ok;
  fmt::print(stderr, "clout: interrupted; {} of {} replicates are complete{}; to go on: {}\n",
             replicates, study.run.replicates, replicates > 0 ? " and in " + output : "",
             resume_command(options));
  return Exit::interrupted;
}

Exit run_on_threads(const Options& options) {
  if (options.threads == 0) return run(options);
  Exit exit = Exit::ok;
  parallel::with_threads(options.threads, [&] { exit = run(options); });
  return exit;
}

/// Without its last line end, which CLI11 adds.
std::string layout_text() {
  std::string text = store::outcome_reference_markdown();
  text.pop_back();
  return text;
}

}  // namespace

void add_run_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand("run", "Run a study and compare its arms");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command.add_option("scenario", options->scenario, "Scenario file (TOML)")
      ->type_name("FILE")
      ->required();
  command.add_option("--replicates", options->replicates, "Repetitions with other random draws")
      ->check(CLI::Range(1, 100000));
  command.add_option("--days", options->days, "Days to simulate")->check(CLI::Range(1, 36500));
  command.add_option("--seed", options->seed, "Seed; overrides the scenario's")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{9007199254740991}));
  command
      .add_option("--threads", options->threads,
                  "Threads to use (default: all cores); changes no bit")
      ->check(CLI::Range(1, 1024));
  command.add_option("--set", options->settings, "Another setting, as in the file")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->take_all();
  command
      .add_option("--progress", options->progress,
                  "auto (a line on a terminal), line, json (a JSON object a line, on stderr), none")
      ->check(CLI::IsMember({"auto", "line", "json", "none"}))
      ->capture_default_str();
  command
      .add_option("-o,--output", options->output,
                  "File for the outcomes (default: the scenario's name with .h5, here)")
      ->type_name("FILE");
  command.add_flag("--resume", options->resume,
                   "Use what an earlier run of the same study has finished");
  command.add_flag("--with-graph", options->with_graph, "Put the follower graph into the output");
  command.add_option("--csv", options->csv, "Another file, of daily counts, as CSV")
      ->type_name("FILE");
  // A flag that prints and ends, as --version does, before anything else is asked for.
  command.set_version_flag("--layout", layout_text,
                           "Print what an output holds, every variable, as Markdown");
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.callback([options, &body] { body = [options] { return run_on_threads(*options); }; });
}

}  // namespace clout::cli
