// clout sensitivity: which settings decide the answer.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "analysis/sensitivity/parameters.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/sensitivity_output.hpp"
#include "sim/cli/sensitivity_plan.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/sweep_run.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/cli/threads_option.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;

constexpr const char* help_footer =
    "Examples:\n"
    "  clout sensitivity scenarios/sweeps/sensitivity-of-the-default.toml\n"
    "  clout sensitivity study.toml --assumed --plot sensitivity.svg      all that no source "
    "fixes\n"
    "  clout sensitivity study.toml --method sobol --parameters "
    "platform.sponsored_share,market.trust.loss_rate\n"
    "  clout sensitivity study-sensitivity.h5 --figure clicks             another figure, no "
    "rerun\n"
    "What varies is the scenario's [[sweep.parameter]], --parameters, or --assumed. The outcome is "
    "a\n"
    "figure of one arm (--arm), or of one arm less another (--arm, --less). Methods: "
    "docs/sensitivity.md.\n"
    "After Ctrl-C, or if it was killed, --resume goes on: finished points are kept.";

struct Options {
  StudyOptions study;  // of a scenario, or the file of an earlier study
  std::string output;  // empty: by the scenario's name
  std::vector<std::string> methods;
  std::vector<std::string> parameters;
  sensitivity::Sizes sizes;
  sensitivity::OutcomeChoice outcome;
  std::string csv;
  std::string plot;
  bool assumed = false;
  bool json = false;
};

std::vector<Method> methods_of(const Options& options) {
  if (options.methods.empty()) return {Method::one_at_a_time, Method::morris};
  std::vector<Method> methods;
  for (const std::string& name : options.methods)
    methods.push_back(*sensitivity::method_named(name));
  // In one order, so that the same study asked for in other words is the same file.
  std::sort(methods.begin(), methods.end());
  methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
  return methods;
}

scenario::Scenario read_study(const Options& options) {
  const bool of_file = options.parameters.empty() && !options.assumed;
  std::vector<scenario::Override> overrides = overrides_of(options.study);
  // Ranges of many settings are too many points for a grid, which this study does not run anyway.
  if (of_file) overrides.push_back({"sweep.design", "latin_hypercube"});
  scenario::Scenario study = scenario::read_scenario(options.study.scenario, overrides);
  if (!options.parameters.empty())
    study.sweep.parameters = sensitivity::named_parameters(study, options.parameters);
  if (options.assumed) {
    sensitivity::AssumedParameters assumed = sensitivity::assumed_parameters(study);
    if (!assumed.contradicting.empty())
      print_notice(
          fmt::format("clout: left out, since ends of their ranges contradict the study: {}\n",
                      fmt::join(assumed.contradicting, ", ")));
    study.sweep.parameters = std::move(assumed.parameters);
  }
  sensitivity::require_variation(study.sweep.parameters);
  return study;
}

void require_replicates(const scenario::Scenario& study, const std::vector<Method>& methods) {
  const bool split =
      std::find(methods.begin(), methods.end(), Method::variance_split) != methods.end();
  if (!split || study.run.replicates >= 2) return;
  refuse_option("--method", "a variance split of one replicate cannot tell chance",
                "--replicates 2 or more");
}

std::string output_of(const Options& options) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path(options.study.scenario).stem().string() + "-sensitivity.h5";
}

std::string resume_command(const Options& options) {
  std::string command = "clout sensitivity " + shell_word(options.study.scenario) + " -o " +
                        shell_word(output_of(options));
  const sensitivity::Sizes usual;
  const sensitivity::Sizes& sizes = options.sizes;
  const auto add = [&](const char* name, std::size_t value, std::size_t by_default) {
    if (value != by_default) command += fmt::format(" {} {}", name, value);
  };
  if (!options.methods.empty())
    command += fmt::format(" --method {}", fmt::join(options.methods, ","));
  for (const std::string& key : options.parameters) command += " --parameters " + shell_word(key);
  if (options.assumed) command += " --assumed";
  add("--trajectories", sizes.trajectories, usual.trajectories);
  add("--rows", sizes.rows, usual.rows);
  add("--pawn-points", sizes.pawn_points, usual.pawn_points);
  add("--split-points", sizes.split_points, usual.split_points);
  add("--split-graphs", sizes.split_graphs, usual.split_graphs);
  command += decisive_words(options.study);
  if (!options.outcome.figure.empty()) command += " --figure " + shell_word(options.outcome.figure);
  if (!options.outcome.arm.empty()) command += " --arm " + shell_word(options.outcome.arm);
  if (!options.outcome.less.empty()) command += " --less " + shell_word(options.outcome.less);
  return command + " --resume";
}

/// --csv and --plot, beside the files that must stay.
void refuse_side_outputs(const Options& options, std::vector<std::string> needed) {
  for (const auto& [name, option] : {std::pair{&options.csv, "--csv"}, {&options.plot, "--plot"}}) {
    if (name->empty()) continue;
    refuse_to_replace(*name, option, needed);
    const NewFile writable(*name);  // else noticed after the study
    needed.push_back(*name);
  }
}

void refuse_outputs(const Options& options, const scenario::Scenario& study) {
  const std::string output = output_of(options);
  std::vector<std::string> needed = scenario::files_of(options.study.scenario, study);
  refuse_to_replace(output, "--output", needed);
  if (!options.study.resume) {
    refuse_unless_hdf5(output, "--output");
    refuse_other_schema(output, "--output", "clout-sweep");
  }
  needed.push_back(output);
  refuse_side_outputs(options, needed);
}

void tell(const Options& options, const std::string& path, const store::SweepRecord& sweep) {
  const auto found = sensitivity::sensitivity_of(path, sweep, options.outcome);
  if (!options.csv.empty()) write_text_file(options.csv, sensitivity_csv(sweep, found));
  if (!options.plot.empty()) write_text_file(options.plot, sensitivity_plot(sweep, found));
  if (options.json) {
    fmt::print("{}\n", boost::json::serialize(sensitivity_json(sweep, found)));
  } else {
    fmt::print("{}\nEverything is in {}\n", sensitivity_table(sweep, found), path);
  }
}

Exit run_study(const Options& options) {
  if (!options.outcome.figure.empty())
    static_cast<void>(report::figure_named(options.outcome.figure, "--figure"));
  scenario::Scenario study = read_study(options);
  const std::vector<Method> methods = methods_of(options);
  require_replicates(study, methods);
  refuse_outputs(options, study);
  const StudyMemory memory(options.study.memory_limit);
  const SweepPlan plan = sensitivity_plan(options.study.scenario, std::move(study), methods,
                                          options.sizes, options.outcome.figure, memory);
  // Before hours of simulation.
  require_arms(plan.record, options.outcome);
  const std::string output = output_of(options);
  store::SweepWriter writer(output,
                            options.study.resume ? store::Start::resume : store::Start::anew);
  const Interrupt interrupt;
  writer.begin(plan.record);
  RunProgress progress(options.study.progress);
  const bool all = run_sweep(plan, writer, progress, memory, interrupt.token());
  progress.clear();
  if (!all) {
    print_notice(
        fmt::format("clout: interrupted; {} of {} points are finished and kept; to go on: {}\n",
                    writer.points_finished(), writer.sweep().points(), resume_command(options)));
    return Exit::interrupted;
  }
  writer.finish();
  tell(options, output, writer.sweep());
  return Exit::ok;
}

/// What an earlier study came to, by another figure or other arms.
Exit read_again(const Options& options) {
  const bool asks_to_run = !options.methods.empty() || !options.parameters.empty() ||
                           options.assumed || options.study.resume || !options.output.empty() ||
                           !options.study.settings.empty() || options.study.replicates > 0;
  if (asks_to_run) {
    Diagnostic problem;
    problem.place.file = options.study.scenario;
    problem.problem = "holds points that were run already";
    problem.expected = "only --figure, --arm, --less, --json, --csv and --plot beside it";
    problem.suggestion = "give the scenario instead to run others";
    throw InputError(problem);
  }
  refuse_side_outputs(options, {options.study.scenario});
  tell(options, options.study.scenario, store::read_sweep(options.study.scenario));
  return Exit::ok;
}

Exit sensitivity_command(const Options& options) {
  if (is_hdf5(options.study.scenario)) return read_again(options);
  return on_threads(options.study.threads, [&] { return run_study(options); });
}

void add_design_options(CLI::App& command, Options& options) {
  command
      .add_option("--method", options.methods,
                  "Methods, one or more (default: one-at-a-time and morris)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"one-at-a-time", "morris", "sobol", "pawn", "variance-split"}));
  auto* const parameters =
      command
          .add_option("--parameters", options.parameters,
                      "Settings that vary, over their sweep ranges, instead of the scenario's")
          ->type_name("KEY,...")
          ->delimiter(',')
          ->allow_extra_args(false);
  command
      .add_flag("--assumed", options.assumed,
                "Vary every assumed or calibrated number of market, platform, brands, campaigns")
      ->excludes(parameters);
  command
      .add_option("--trajectories", options.sizes.trajectories,
                  "Of Morris: each has a point more than there are settings")
      ->check(CLI::Range(2, 1000))
      ->capture_default_str();
  command
      .add_option("--rows", options.sizes.rows,
                  "Of Sobol, best a power of two: each has two points more than settings")
      ->check(CLI::Range(2, 100000))
      ->capture_default_str();
  command.add_option("--pawn-points", options.sizes.pawn_points, "Points of PAWN")
      ->check(CLI::Range(24, 100000))
      ->capture_default_str();
  command
      .add_option("--split-points", options.sizes.split_points,
                  "Points of the variance split, each on graphs of its own")
      ->check(CLI::Range(2, 10000))
      ->capture_default_str();
  command
      .add_option("--split-graphs", options.sizes.split_graphs,
                  "Graphs of each point of the variance split")
      ->check(CLI::Range(2, 100))
      ->capture_default_str();
}

void add_outcome_options(CLI::App& command, Options& options) {
  command
      .add_option("--figure", options.outcome.figure,
                  "Figure of the outcome (default: by the first campaign's objective)")
      ->type_name("FIGURE");
  command
      .add_option("--arm", options.outcome.arm,
                  "Arm of the outcome (default: the best less the second at the study's settings)")
      ->type_name("ARM");
  command.add_option("--less", options.outcome.less, "Arm that is subtracted from that of --arm")
      ->type_name("ARM");
  command.add_flag("--json", options.json, "Print everything as JSON");
  command
      .add_option("--csv", options.csv,
                  "Another file: a row for each method, setting and measure, as CSV")
      ->type_name("FILE");
  command
      .add_option("--plot", options.plot,
                  "Another file: a picture (SVG), tornado, Morris' scatter, bars")
      ->type_name("FILE");
}

}  // namespace

void add_sensitivity_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("sensitivity", "Which settings decide the answer, and by how much");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  add_study_options(command, options->study,
                    {.name = "study",
                     .scenario = "Scenario file (TOML), or the file of an earlier study (HDF5)",
                     .replicates = "Repetitions of each point with other random draws",
                     .resume = "Use the points that an earlier run of the same study finished"});
  add_design_options(command, *options);
  add_outcome_options(command, *options);
  command
      .add_option("-o,--output", options->output,
                  "File for all points (default: the scenario's name with -sensitivity.h5, here)")
      ->type_name("FILE");
  command.callback(
      [options, &body] { body = [options] { return sensitivity_command(*options); }; });
}

}  // namespace clout::cli
