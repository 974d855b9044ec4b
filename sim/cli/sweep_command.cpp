// clout sweep: a study at many points of its settings, into one file.
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "analysis/design/crossover.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/sweep_chart.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/sweep_run.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/cli/threads_option.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout sweep scenarios/sweeps/budget-and-saturation.toml\n"
    "  clout sweep study.toml --points 64 --csv study.csv\n"
    "  clout sweep study.toml --points 128 --replicates 10 --resume    more of both, after 64\n"
    "  clout sweep map.toml --refine 4 --resume --plot map.svg         a crossover, nearer to the "
    "flip\n"
    "What varies stands in the scenario's [sweep]: clout scenario --explain sweep. Everything goes "
    "to\n"
    "the output, HDF5 that netCDF programs, Python and R read. After Ctrl-C, or if it was killed,\n"
    "--resume goes on: finished points are kept.";

struct Options {
  StudyOptions study;
  std::string output;  // empty: by the scenario's name
  std::string csv;
  std::string plot;
  std::string by;
  std::int64_t points = 0;   // 0: the scenario's
  std::int64_t refine = -1;  // -1: the scenario's
  bool json = false;
};

scenario::Scenario read_study(const Options& options) {
  std::vector<scenario::Override> overrides = overrides_of(options.study);
  if (options.points > 0) overrides.push_back({"sweep.points", std::to_string(options.points)});
  if (options.refine >= 0) overrides.push_back({"sweep.refine", std::to_string(options.refine)});
  scenario::Scenario study = scenario::read_scenario(options.study.scenario, overrides);
  using enum scenario::SweepDesign;
  const bool counted = study.sweep.design == latin_hypercube || study.sweep.design == sobol;
  if (options.points > 0 && !counted) {
    refuse_option("--points", "the points of a grid or list are those of its values",
                  "a sweep whose design is latin_hypercube or sobol");
  }
  if (options.refine >= 0 && study.sweep.design != crossover) {
    refuse_option("--refine", "the points of this design are not refined",
                  "a sweep whose design is crossover");
  }
  return study;
}

/// Not the name of clout run's, which has outcomes of the same study.
std::string output_of(const Options& options) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path(options.study.scenario).stem().string() + "-sweep.h5";
}

std::string resume_command(const Options& options) {
  std::string command =
      "clout sweep " + shell_word(options.study.scenario) + " -o " + shell_word(output_of(options));
  if (options.points > 0) command += fmt::format(" --points {}", options.points);
  if (options.refine >= 0) command += fmt::format(" --refine {}", options.refine);
  return command + decisive_words(options.study) + " --resume";
}

/// Outputs that would cost the study itself, or the outcomes of a run.
void refuse_outputs(const Options& options, const scenario::Scenario& study) {
  const std::string output = output_of(options);
  std::vector<std::string> needed = scenario::files_of(options.study.scenario, study);
  refuse_to_replace(output, "--output", needed);
  if (!options.study.resume) {
    refuse_unless_hdf5(output, "--output");
    refuse_other_schema(output, "--output", "clout-sweep");
  }
  needed.push_back(output);
  if (!options.csv.empty()) refuse_to_replace(options.csv, "--csv", needed);
  if (!options.csv.empty()) needed.push_back(options.csv);
  if (!options.plot.empty()) refuse_to_replace(options.plot, "--plot", needed);
}

Exit print_interrupted(const Options& options, const store::SweepWriter& writer) {
  print_notice(
      fmt::format("clout: interrupted; {} of {} points are finished and kept; to go on: {}\n",
                  writer.points_finished(), writer.sweep().points(), resume_command(options)));
  return Exit::interrupted;
}

/// The arm that is sure to win, at each point.
std::vector<std::optional<std::size_t>> sure_winners(const store::SweepRecord& sweep) {
  std::vector<std::optional<std::size_t>> winners;
  for (const report::PointSummary& each : report::summarize(sweep).points)
    winners.push_back(each.settled() ? each.best : std::nullopt);
  return winners;
}

/// Runs the plan's points, and of a crossover those that it asks for then. Returns whether all was
/// run.
bool run_all(SweepPlan& plan, store::SweepWriter& writer, RunProgress& progress,
             const StudyMemory& memory, std::stop_token stop) {
  if (plan.study.sweep.design != scenario::SweepDesign::crossover) {
    writer.begin(plan.record);
    return run_sweep(plan, writer, progress, memory, std::move(stop));
  }
  design::Crossover map(plan.study);
  writer.begin(plan.record, store::DesignIs::growing);
  while (run_sweep(plan, writer, progress, memory, stop)) {
    if (!map.refine(sure_winners(writer.sweep()))) return true;
    set_points(plan, map.points());
    writer.extend(plan.record);
  }
  return false;
}

Exit sweep(const Options& options) {
  SweepPlan plan = sweep_plan(options.study.scenario, read_study(options), options.by);
  refuse_outputs(options, plan.study);
  if (!options.csv.empty()) const NewFile writable(options.csv);  // else noticed after the sweep
  if (!options.plot.empty()) {
    require_chart(plan.record);
    const NewFile writable(options.plot);
  }
  const std::string output = output_of(options);
  store::SweepWriter writer(output,
                            options.study.resume ? store::Start::resume : store::Start::anew);
  const Interrupt interrupt;
  RunProgress progress(options.study.progress);
  const StudyMemory memory(options.study.memory_limit);
  const bool all = run_all(plan, writer, progress, memory, interrupt.token());
  progress.clear();
  if (!all) return print_interrupted(options, writer);
  writer.finish();
  if (!options.csv.empty()) write_sweep_csv(options.csv, writer.sweep());
  const report::SweepSummary summary = report::summarize(writer.sweep());
  if (!options.plot.empty()) write_text_file(options.plot, sweep_plot(writer.sweep(), summary));
  if (options.json) {
    fmt::print("{}\n", boost::json::serialize(sweep_json(writer.sweep(), summary)));
  } else {
    fmt::print("{}\nEverything is in {}\n", sweep_table(writer.sweep(), summary), output);
  }
  return Exit::ok;
}

}  // namespace

void add_sweep_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("sweep", "Run a study at many points of its settings: who wins where");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  add_study_options(command, options->study,
                    {.scenario = "Scenario file (TOML) with a [sweep]",
                     .replicates = "Repetitions of each point with other random draws",
                     .resume = "Use the points that an earlier sweep of the same study finished"});
  command
      .add_option("--points", options->points,
                  "Points of a Latin hypercube or Sobol design; twice as many keep the others")
      ->check(CLI::Range(std::int64_t{1}, scenario::most_sweep_points));
  command
      .add_option("--refine", options->refine,
                  "How often a cell of a crossover may be halved; more keeps what was run")
      ->check(CLI::Range(std::int64_t{0}, scenario::most_refinement));
  command
      .add_option("--by", options->by,
                  "Figure that says who wins (default: by the first campaign's objective)")
      ->type_name("FIGURE");
  command
      .add_option("-o,--output", options->output,
                  "File for the sweep (default: the scenario's name with -sweep.h5, here)")
      ->type_name("FILE");
  command
      .add_option("--csv", options->csv,
                  "Another file: a row for each point, arm, replicate and figure, as CSV")
      ->type_name("FILE");
  command
      .add_option("--plot", options->plot,
                  "A picture as SVG: who wins where over two settings, curves over one")
      ->type_name("FILE");
  command.add_flag("--json", options->json, "Print everything as JSON");
  command.callback([options, &body] {
    body = [options] {
      return on_threads(options->study.threads, [&] { return sweep(*options); });
    };
  });
}

}  // namespace clout::cli
