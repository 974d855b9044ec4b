// clout run: all arms of a study in all replicates, into one file and summed up on one screen.
#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/daily_csv.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/pilot.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/run_until.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/cli/study_run.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/threads_option.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/outcome_reference.hpp"
#include "sim/store/outcome_writer.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t line_width = 100;

constexpr const char* help_footer =
    "Examples:\n"
    "  clout run scenarios/celebrity-vs-micro.toml --replicates 4\n"
    "  clout run study.toml --set campaign.launch.budget=\"20000 USD\" --json > result.json\n"
    "  clout run study.toml -o big.h5 --replicates 60 --resume    30 more, after a run of 30\n"
    "  clout run study.toml --until \"roi +- 0.05\"    replicates until every arm's is known so "
    "well\n"
    "  clout run study.toml --until winner --at-most 500\n"
    "Everything goes to the output, HDF5 that netCDF programs, Python and R read. Ctrl-C ends it "
    "in\n"
    "order: finished replicates are in the output, --resume goes on, and the exit code is 130. A "
    "run\n"
    "that was killed goes on in the same way.";

struct Options {
  StudyOptions study;
  std::string output;  // empty: by the scenario's name
  std::string csv;
  std::string until;         // empty: as many as the scenario says
  std::int64_t at_most = 0;  // 0: twenty pilots
  std::int64_t days = 0;
  std::int64_t seed = -1;
  bool with_graph = false;
  bool dry_run = false;
  bool all = false;
  bool json = false;
};

scenario::Scenario read_study(const Options& options) {
  std::vector<scenario::Override> overrides = overrides_of(options.study);
  const auto add = [&](const char* key, std::int64_t value) {
    overrides.push_back({key, std::to_string(value)});
  };
  if (options.days > 0) add("run.days", options.days);
  if (options.seed >= 0) add("run.seed", options.seed);
  return scenario::read_scenario(options.study.scenario, overrides);
}

std::string output_of(const Options& options) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path(options.study.scenario).stem().string() + ".h5";
}

/// The command that goes on with this run, as a shell takes it.
std::string resume_command(const Options& options) {
  std::string command =
      "clout run " + shell_word(options.study.scenario) + " -o " + shell_word(output_of(options));
  const auto add = [&](const char* option, std::int64_t value) {
    command += fmt::format(" {} {}", option, value);
  };
  if (options.days > 0) add("--days", options.days);
  if (options.seed >= 0) add("--seed", options.seed);
  command += decisive_words(options.study);
  if (!options.until.empty()) command += " --until " + shell_word(options.until);
  if (options.at_most > 0) add("--at-most", options.at_most);
  if (options.with_graph) command += " --with-graph";
  return command + " --resume";
}

/// A study, and what has to be at hand while it runs.
struct Study {
  const scenario::Scenario& scenario;  ///< with the replicates that it may take at most
  std::vector<engine::Arm> arms;
  graph::Network network;
  store::StudyRecord record;
};

Study prepare(const Options& options, const scenario::Scenario& scenario,
              const StudyMemory& memory) {
  Study study{scenario, arms_of(scenario), network_of(scenario, memory), {}};
  study.record = study_record(options.study.scenario, scenario, study.arms, study.network);
  return study;
}

/// The record of a run that was asked for just the replicates that were enough.
store::StudyRecord record_as_run(const Options& options, const Study& study,
                                 std::size_t replicates) {
  scenario::Scenario scenario = study.scenario;
  scenario.run.replicates = static_cast<std::int64_t>(replicates);
  return study_record(options.study.scenario, scenario, study.arms, study.network);
}

/// Puts every finished replicate into the output. Returns their number.
std::size_t write_output(const Options& options, const Study& study,
                         const std::optional<StoppedRun>& stopped, bool all,
                         store::OutcomeWriter& writer) {
  const graph::FollowerGraph* const graph = options.with_graph ? &study.network.graph : nullptr;
  if (!stopped || !all) return writer.finish(graph);
  const store::StudyRecord as_run = record_as_run(options, study, stopped->replicates);
  return writer.finish(graph, &as_run);
}

void print_summary(const Options& options, const report::Results& results,
                   const std::optional<StoppedRun>& stopped) {
  const report::Comparison comparison = report::compare({&results, 1});
  if (options.json) {
    boost::json::object object = compare_json(comparison);
    if (stopped) object["until"] = stopping_json(*stopped, results.study);
    fmt::print("{}\n", boost::json::serialize(object));
    return;
  }
  fmt::print("{}", compare_table(comparison, {options.all, wants_color()}));
  if (stopped) fmt::print("\n{}", wrapped(stopping_text(*stopped, results.study), line_width));
  if (!results.replicates.empty()) fmt::print("\nEverything is in {}\n", output_of(options));
}

/// Outputs that would cost the study itself.
void refuse_outputs(const Options& options, const scenario::Scenario& study) {
  const std::string output = output_of(options);
  std::vector<std::string> needed = scenario::files_of(options.study.scenario, study);
  refuse_to_replace(output, "--output", needed);
  if (!options.study.resume) refuse_unless_hdf5(output, "--output");
  needed.push_back(output);
  if (!options.csv.empty()) refuse_to_replace(options.csv, "--csv", needed);
}

/// Where the run is to stop by itself: its goal, with the study's replicates as the pilot. The
/// study then plans as many as it may take.
std::optional<StoppedRun> stopping_of(const Options& options, scenario::Scenario& study) {
  if (options.until.empty()) {
    if (options.at_most > 0)
      refuse_option("--at-most", "nothing is waited for", "--until beside it");
    return std::nullopt;
  }
  const store::StudyRecord record = sweep_record(options.study.scenario, study, arms_of(study));
  StoppedRun stopped;
  stopped.goal = read_stopping_goal(options.until, record);
  const Pilot pilot = pilot_of(study.run.replicates, options.at_most);
  stopped.pilot = pilot.replicates;
  stopped.most = pilot.most;
  study.run.replicates = static_cast<std::int64_t>(stopped.most);
  return stopped;
}

Exit interrupted(const Options& options, std::size_t replicates, std::int64_t planned) {
  print_notice(
      fmt::format("clout: interrupted; {} of {}{} replicates are complete{}; to go on: {}\n",
                  replicates, options.until.empty() ? "" : "at most ", planned,
                  replicates > 0 ? " and in " + output_of(options) : "", resume_command(options)));
  return Exit::interrupted;
}

/// What the run would do and need.
Exit print_plan(const scenario::Scenario& study, const StudyMemory& memory) {
  const std::vector<engine::Arm> arms = arms_of(study);
  fmt::print("{} arm{} in {} replicate{} of {} days after {} of warm-up\n", arms.size(),
             arms.size() == 1 ? "" : "s", study.run.replicates,
             study.run.replicates == 1 ? "" : "s", study.run.days, study.run.warm_up_days);
  if (study.graph_source.file.empty()) {
    fmt::print("{}", memory.plan_text(spec_of(study), arms, study.run));
  } else {
    fmt::print("{}", memory.plan_text(network_of(study, memory), arms, study.run));
  }
  return Exit::ok;
}

Exit run(const Options& options) {
  scenario::Scenario scenario = read_study(options);
  std::optional<StoppedRun> stopped = stopping_of(options, scenario);
  const StudyMemory memory(options.study.memory_limit);
  if (options.dry_run) return print_plan(scenario, memory);
  const std::string output = output_of(options);
  refuse_outputs(options, scenario);
  if (!options.csv.empty()) const NewFile writable(options.csv);  // else noticed after the run
  store::OutcomeWriter writer(output,
                              options.study.resume ? store::Start::resume : store::Start::anew);
  const Interrupt interrupt;
  const Study study = prepare(options, scenario, memory);
  writer.begin(study.record);
  const UntilStudy runnable{study.network, study.arms, study.scenario.run, study.record,
                            memory.live_markets(study.network, study.arms, scenario.run)};
  const bool all = run_study(runnable, stopped, writer, options.study.progress, interrupt.token());
  const std::size_t replicates = write_output(options, study, stopped, all, writer);
  if (!options.csv.empty() && replicates > 0)
    write_daily_csv(options.csv, store::OutcomeReader(output));
  if (!all) stopped.reset();  // it says nothing before its end
  print_summary(
      options,
      replicates > 0 ? report::read_results(output, "") : report::Results{"", study.record, {}, {}},
      stopped);
  if (!all) return interrupted(options, replicates, scenario.run.replicates);
  return stopped && !stopped->look.reached ? Exit::check_failed : Exit::ok;
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
  add_study_options(command, options->study,
                    {.replicates = "Repetitions with other random draws",
                     .resume = "Use what an earlier run of the same study has finished"});
  command
      .add_option("--until", options->until,
                  "More replicates after these until: \"roi +- 0.05\" (every arm, in the figure's "
                  "unit), \"roi +- 5%\" (of the mean), \"difference in roi +- 0.05\" (to the first "
                  "arm), winner, \"winner by roi\"; exit 1 if that is not reached")
      ->type_name("GOAL");
  add_at_most_option(command, options->at_most,
                     "With --until: replicates in all (default: 20 times those of the pilot)");
  command.add_option("--days", options->days, "Days to simulate")->check(CLI::Range(1, 36500));
  command.add_option("--seed", options->seed, "Seed; overrides the scenario's")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{9007199254740991}));
  command
      .add_option("-o,--output", options->output,
                  "File for the outcomes (default: the scenario's name with .h5, here)")
      ->type_name("FILE");
  command.add_flag("--dry-run", options->dry_run,
                   "Print what would be run and the memory that it needs, and run nothing");
  command.add_flag("--with-graph", options->with_graph, "Put the follower graph into the output");
  command.add_option("--csv", options->csv, "Another file, of daily counts, as CSV")
      ->type_name("FILE");
  // A flag that prints and ends, as --version does, before anything else is asked for.
  command.set_version_flag("--layout", layout_text,
                           "Print what an output holds, every variable, as Markdown");
  command.add_flag("--all", options->all, "Every figure in the summary, and the quantiles of risk");
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.callback([options, &body] {
    body = [options] { return on_threads(options->study.threads, [&] { return run(*options); }); };
  });
}

}  // namespace clout::cli
