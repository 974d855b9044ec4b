// clout select: the best of many arms, with replicates for those only that may be it.
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "analysis/stats/looks.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/select_file.hpp"
#include "sim/cli/select_output.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout select study.toml --indifference 5000 --by profit\n"
    "  clout select study.toml --indifference 0.02 --by roi --at-most 500 --json > best.json\n"
    "The study's replicates are the pilot of every arm, 10 or more. The output is a table of the\n"
    "figure, arm by arm and replicate by replicate, since an outcome file has as many replicates "
    "of\n"
    "every arm. After Ctrl-C, or to go on with another promise, --resume uses it. "
    "docs/replicates.md.";

struct Options {
  std::string scenario;
  std::string output;  // empty: by the scenario's name
  std::string by;
  std::vector<std::string> settings;
  std::string progress = "auto";
  double indifference = 0;
  double confidence = 0.95;
  std::int64_t replicates = 0;  // 0: the scenario's
  std::int64_t at_most = 0;     // 0: twenty pilots
  int threads = 0;
  bool resume = false;
  bool json = false;
};

[[noreturn]] void refuse_option(const char* option, const std::string& problem,
                                const std::string& expected) {
  Diagnostic diagnostic;
  diagnostic.place.key = option;
  diagnostic.problem = problem;
  diagnostic.expected = expected;
  throw InputError(diagnostic);
}

scenario::Scenario read_study(const Options& options) {
  std::vector<scenario::Override> overrides;
  for (const std::string& text : options.settings)
    overrides.push_back(scenario::parse_override(text));
  if (options.replicates > 0)
    overrides.push_back({"run.replicates", std::to_string(options.replicates)});
  return scenario::read_scenario(options.scenario, overrides);
}

/// Not the name of clout run's, which has outcomes of the same study.
std::string output_of(const Options& options) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path(options.scenario).stem().string() + "-select.csv";
}

stats::Promise promise_of(const Options& options, const scenario::Scenario& study) {
  if (study.arms.size() < 2)
    refuse_option("scenario", "the study has one arm, which has nothing to win", "two or more");
  const auto pilot = static_cast<std::size_t>(study.run.replicates);
  if (pilot < stats::least_pilot)
    refuse_option("--replicates", fmt::format("a pilot of {} says too little of the spread", pilot),
                  fmt::format("{} or more", stats::least_pilot));
  return {options.indifference, options.confidence, pilot};
}

/// Replicates that the arms left may take.
std::size_t most_of(const Options& options, std::size_t pilot) {
  const std::size_t most =
      options.at_most > 0 ? static_cast<std::size_t>(options.at_most) : 20 * pilot;
  if (most < pilot)
    refuse_option("--at-most", fmt::format("the pilot alone has {} replicates", pilot),
                  "as many or more");
  return most;
}

report::Figure figure_of(const Options& options, const store::StudyRecord& record) {
  report::Figure figure =
      report::figure_named(options.by.empty() ? report::main_figure(record) : options.by);
  if (figure.better == report::Better::neither)
    refuse_option("--by", "neither more nor less of " + figure.name + " is better",
                  "a figure that an arm can win by");
  return figure;
}

/// Outputs that would cost the study itself.
void refuse_outputs(const Options& options, const scenario::Scenario& study) {
  std::vector<std::string> needed{options.scenario};
  for (const scenario::FileSetting& setting : scenario::graph_file_settings()) {
    const std::string& name = study.graph_source.*setting.name;
    if (scenario::names_file(name)) needed.push_back(path_of(study.graph_source, name));
  }
  const std::string output = output_of(options);
  refuse_to_replace(output, "--output", needed);
  refuse_unless_selection(output);
  const NewFile writable(output);  // else noticed after the pilot
}

/// The command that goes on with this selection, as a shell takes it.
std::string resume_command(const Options& options) {
  std::string command =
      fmt::format("clout select {} -o {} --indifference {}", shell_word(options.scenario),
                  shell_word(output_of(options)), options.indifference);
  if (!options.by.empty()) command += " --by " + shell_word(options.by);
  if (options.confidence != Options{}.confidence)
    command += fmt::format(" --confidence {}", options.confidence);
  if (options.replicates > 0) command += fmt::format(" --replicates {}", options.replicates);
  if (options.at_most > 0) command += fmt::format(" --at-most {}", options.at_most);
  for (const std::string& setting : options.settings) command += " --set " + shell_word(setting);
  return command + " --resume";
}

Exit select(const Options& options) {
  const scenario::Scenario study = read_study(options);
  const stats::Promise promise = promise_of(options, study);
  const std::size_t most = most_of(options, promise.pilot);
  refuse_outputs(options, study);
  const std::vector<engine::Arm> arms = arms_of(study);
  const Interrupt interrupt;
  const graph::Network network = network_of(study);
  const store::StudyRecord record = study_record(options.scenario, study, arms, network);
  const report::Figure figure = figure_of(options, record);
  const std::string output = output_of(options);
  ArmValues values =
      options.resume ? read_selection(output, record, figure.name) : ArmValues(arms.size());
  RunProgress progress(options.progress);
  const SelectResult result =
      run_selection({network, arms, study.run, record, figure, markets_that_fit(network, arms)},
                    promise, most, values, progress, interrupt.token(),
                    [&] { write_selection(output, record, figure.name, values); });
  progress.clear();
  if (!result.complete) {
    fmt::print(stderr, "clout: interrupted; what is finished is in {}; to go on: {}\n", output,
               resume_command(options));
    return Exit::interrupted;
  }
  const SelectionReport selection{record, figure, promise, most, values, result};
  if (options.json) {
    fmt::print("{}\n", boost::json::serialize(selection_json(selection)));
  } else {
    fmt::print("{}\nEvery value is in {}\n", selection_table(selection), output);
  }
  return result.decided() ? Exit::ok : Exit::check_failed;
}

Exit select_on_threads(const Options& options) {
  if (options.threads == 0) return select(options);
  Exit exit = Exit::ok;
  parallel::with_threads(options.threads, [&] { exit = select(options); });
  return exit;
}

}  // namespace

void add_select_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand(
      "select", "Find the best of many arms; arms that are out are not run further");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command.add_option("scenario", options->scenario, "Scenario file (TOML)")
      ->type_name("FILE")
      ->required();
  command
      .add_option("--indifference", options->indifference,
                  "Smallest difference worth finding, in the figure's unit (0.02 of roi: 2 points)")
      ->check(CLI::PositiveNumber)
      ->required();
  command
      .add_option(
          "--by", options->by,
          "Figure that the best arm is best in (default: by the first campaign's objective)")
      ->type_name("FIGURE");
  command
      .add_option("--confidence", options->confidence,
                  "Promised chance that no other arm is better by more than the indifference")
      ->check(CLI::Range(0.5, 0.9999))
      ->capture_default_str();
  command
      .add_option("--replicates", options->replicates,
                  "Pilot: replicates of every arm before the first is dropped")
      ->check(CLI::Range(1, 100000));
  command
      .add_option("--at-most", options->at_most,
                  "Replicates of an arm, at most (default: 20 times the pilot); exit 1 if several "
                  "arms are in play then")
      ->check(CLI::Range(1, 100000));
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
                  "Table of the values (CSV; default: the scenario's name with -select.csv, here)")
      ->type_name("FILE");
  command.add_flag("--resume", options->resume,
                   "Use the values that an earlier selection of the same study left");
  command.add_flag("--json", options->json, "Print who is best, and all arms, as JSON");
  command.callback([options, &body] { body = [options] { return select_on_threads(*options); }; });
}

}  // namespace clout::cli
