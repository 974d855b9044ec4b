// clout select: the best of many arms, with replicates for those only that may be it.
#include <cmath>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/pilot.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/select_file.hpp"
#include "sim/cli/select_output.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/cli/threads_option.hpp"

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
  StudyOptions study;
  std::string output;  // empty: by the scenario's name
  std::string by;
  double indifference = 0;
  double confidence = 0.95;
  std::int64_t at_most = 0;  // 0: twenty pilots
  bool json = false;
};

/// Not the name of clout run's, which has outcomes of the same study.
std::string output_of(const Options& options) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path(options.study.scenario).stem().string() + "-select.csv";
}

/// Also refuses what is no number, which ranges of CLI11 let pass.
void require_promise(const Options& options) {
  if (!(options.indifference > 0) || !std::isfinite(options.indifference))
    refuse_option("--indifference", fmt::format("{} is no difference", options.indifference),
                  "a number above 0, in the figure's unit");
  if (!(options.confidence >= 0.5 && options.confidence <= 0.9999))
    refuse_option("--confidence", fmt::format("{} is no promise", options.confidence),
                  "a chance of 0.5 to 0.9999");
}

void require_arms(const scenario::Scenario& study) {
  if (study.arms.size() < 2)
    refuse_option("scenario", "the study has one arm, which has nothing to win", "two or more");
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
  const std::string output = output_of(options);
  refuse_to_replace(output, "--output", scenario::files_of(options.study.scenario, study));
  refuse_unless_selection(output);
  const NewFile writable(output);  // else noticed after the pilot
}

/// The command that goes on with this selection, as a shell takes it.
std::string resume_command(const Options& options) {
  std::string command =
      fmt::format("clout select {} -o {} --indifference {}", shell_word(options.study.scenario),
                  shell_word(output_of(options)), options.indifference);
  if (!options.by.empty()) command += " --by " + shell_word(options.by);
  if (options.confidence != Options{}.confidence)
    command += fmt::format(" --confidence {}", options.confidence);
  command += decisive_words(options.study);
  if (options.at_most > 0) command += fmt::format(" --at-most {}", options.at_most);
  return command + " --resume";
}

Exit select(const Options& options) {
  require_promise(options);
  const scenario::Scenario study =
      scenario::read_scenario(options.study.scenario, overrides_of(options.study));
  require_arms(study);
  const auto [pilot, most] = pilot_of(study.run.replicates, options.at_most);
  const stats::Promise promise{options.indifference, options.confidence, pilot};
  refuse_outputs(options, study);
  const std::vector<engine::Arm> arms = arms_of(study);
  const Interrupt interrupt;
  const StudyMemory memory(options.study.memory_limit);
  const graph::Network network = network_of(study, memory);
  const store::StudyRecord record = study_record(options.study.scenario, study, arms, network);
  const report::Figure figure = figure_of(options, record);
  const std::string output = output_of(options);
  ArmValues values =
      options.study.resume ? read_selection(output, record, figure.name) : ArmValues(arms.size());
  RunProgress progress(options.study.progress);
  const SelectResult result = run_selection(
      {network, arms, study.run, record, figure, memory.live_markets(network, arms, study.run)},
      promise, most, values, progress, interrupt.token(),
      [&] { write_selection(output, record, figure.name, values); });
  progress.clear();
  if (!result.complete) {
    print_notice(fmt::format("clout: interrupted; what is finished is in {}; to go on: {}\n",
                             output, resume_command(options)));
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

}  // namespace

void add_select_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand(
      "select", "Find the best of many arms; arms that are out are not run further");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  add_study_options(command, options->study,
                    {.replicates = "Pilot: replicates of every arm before the first is dropped",
                     .resume = "Use the values that an earlier selection of the same study left"});
  command
      .add_option("--indifference", options->indifference,
                  "Smallest difference worth finding, in the figure's unit (0.02 of roi: 2 points)")
      ->required();
  command
      .add_option(
          "--by", options->by,
          "Figure that the best arm is best in (default: by the first campaign's objective)")
      ->type_name("FIGURE");
  command
      .add_option("--confidence", options->confidence,
                  "Promised chance that no other arm is better by more than the indifference")
      ->capture_default_str();
  add_at_most_option(command, options->at_most,
                     "Replicates of an arm, at most (default: 20 times the pilot); exit 1 if "
                     "several arms are in play then");
  command
      .add_option("-o,--output", options->output,
                  "Table of the values (CSV; default: the scenario's name with -select.csv, here)")
      ->type_name("FILE");
  command.add_flag("--json", options->json, "Print who is best, and all arms, as JSON");
  command.callback([options, &body] {
    body = [options] {
      return on_threads(options->study.threads, [&] { return select(*options); });
    };
  });
}

}  // namespace clout::cli
