// clout calibrate: which values of the free parameters agree with published patterns.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "analysis/patterns/calibration_statistics.hpp"
#include "analysis/patterns/free_parameters.hpp"
#include "analysis/patterns/profile_fit.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/calibrate_output.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/profile_fit_output.hpp"
#include "sim/cli/progress_line.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/cli/threads_option.hpp"
#include "sim/cli/version.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout calibrate --each 40 --waves 2                   a first look, in minutes\n"
    "  clout calibrate -o accepted.csv --plot marginals.svg\n"
    "  clout calibrate --seed 2 --json > again.json          how much is chance\n"
    "  clout calibrate --platform youtube                    its profile, from its engagement "
    "table\n"
    "An evaluation takes half a second to two of one core; (waves + 2) x each are made at most.\n"
    "Ctrl-C ends it in order: what was found is written, and the exit code is 130. Method, "
    "targets\n"
    "and what came out: docs/calibration.md.";

struct Options {
  std::string output;  // empty: none
  std::string plot;
  std::int64_t sets = 50;
  std::int64_t waves = 20;
  std::int64_t each = 100;
  std::int64_t seed = 1;
  std::string platform;  // empty: the market's free parameters
  int threads = 0;
  bool json = false;
};

std::vector<abc::Prior> priors_of(std::span<const patterns::FreeParameter> parameters) {
  std::vector<abc::Prior> priors;
  for (const patterns::FreeParameter& each : parameters) {
    priors.push_back({std::string(each.key), each.low, each.high,
                      each.logarithmic ? abc::Scale::logarithmic : abc::Scale::linear});
  }
  return priors;
}

std::vector<double> start_of(std::span<const patterns::FreeParameter> parameters) {
  std::vector<double> start;
  for (const patterns::FreeParameter& each : parameters) start.push_back(each.start);
  return start;
}

/// Units of distance are left to the calibration.
std::vector<abc::Target> targets_of(std::span<const patterns::Statistic> statistics) {
  std::vector<abc::Target> targets;
  for (const patterns::Statistic& each : statistics)
    targets.push_back({std::string(each.name), each.band.low, each.band.high, each.ratio});
  return targets;
}

/// The command as it is typed again: of a run that was cut off, the one that goes as far.
std::string command_of(const Options& options, const abc::MatchResult& result) {
  std::string command =
      fmt::format("clout calibrate --sets {} --waves {} --each {} --seed {}", options.sets,
                  result.waves.size() - 1, options.each, options.seed);
  if (!options.output.empty()) command += " -o " + shell_word(options.output);
  if (!options.plot.empty()) command += " --plot " + shell_word(options.plot);
  return command;
}

Calibration calibrate(const Options& options, const std::stop_token& stop) {
  const auto parameters = patterns::free_parameters();
  scenario::Scenario common;
  common.run.seed = options.seed;
  const patterns::Lab defaults(common, patterns::Effort::quick, stop);
  const scenario::Scenario given = patterns::with_given(common);
  const patterns::Lab lab(defaults, given);
  const auto at_defaults = patterns::calibration_statistics(defaults);
  Calibration calibration{
      .priors = priors_of(parameters),
      .defaults = patterns::values_of(common, parameters),
      .default_statistics = patterns::values_of(at_defaults),
      .settings = {.first = static_cast<std::size_t>(2 * options.each),
                   .waves = static_cast<std::size_t>(options.waves),
                   .each = static_cast<std::size_t>(options.each),
                   .wanted = static_cast<std::size_t>(options.sets),
                   .start = start_of(parameters),
                   .seed = random::Seed{static_cast<std::uint64_t>(options.seed)}},
      .result = {}};
  const auto statistics = [&](std::span<const double> values, abc::EvaluationKey,
                              const abc::Hopeless& hopeless) {
    const patterns::Lab changed(lab, patterns::with_values(given, parameters, values));
    return patterns::values_of(patterns::calibration_statistics(changed, hopeless));
  };
  ProgressLine line("calibrating");
  const std::size_t planned = abc::planned_evaluations(calibration.settings);
  calibration.result = abc::match_history(
      calibration.priors, targets_of(at_defaults), statistics, calibration.settings,
      [&](std::size_t done, std::size_t, double) { line.show(done, planned); }, stop);
  return calibration;
}

void write_outputs(const Options& options, const Calibration& calibration) {
  const std::string made_by = command_of(options, calibration.result);
  if (!options.output.empty())
    write_text_file(options.output,
                    calibration_csv(calibration, {made_by, version_line(),
                                                  fmt::format("seed {}", options.seed)}));
  if (!options.plot.empty())
    write_text_file(options.plot, calibration_plot(calibration, {made_by, version_line()}));
  const std::string text = options.json
                               ? boost::json::serialize(calibration_json(calibration)) + "\n"
                               : calibration_table(calibration);
  std::fwrite(text.data(), 1, text.size(), stdout);
}

/// Names that are no good are noticed before the work.
void check_outputs(const Options& options) {
  if (!options.plot.empty() && !options.output.empty())
    refuse_to_replace(options.plot, "--plot", {&options.output, 1});
  for (const std::string& name : {options.output, options.plot}) {
    if (!name.empty()) const NewFile writable(name);
  }
}

/// The position of a name among the choices is its profile.
market::PlatformProfile profile_of(const std::string& name) {
  const auto names = choice_names<market::PlatformProfile>;
  return static_cast<market::PlatformProfile>(std::ranges::find(names, name) - names.begin());
}

Exit fit_platform(const Options& options) {
  const Interrupt interrupt;
  scenario::Scenario common;
  common.run.seed = options.seed;
  const patterns::Lab lab(common, patterns::Effort::quick, interrupt.token());
  const market::PlatformProfile profile = profile_of(options.platform);
  const patterns::ProfileFit fit = patterns::fit_profile(lab, profile);
  if (lab.stopped()) return Exit::interrupted;
  fmt::print("{}", options.json ? boost::json::serialize(profile_fit_json(fit, profile)) + "\n"
                                : profile_fit_table(fit, profile));
  return Exit::ok;
}

Exit run(const Options& options) {
  if (!options.platform.empty()) return fit_platform(options);
  check_outputs(options);
  const Interrupt interrupt;
  const Calibration calibration = calibrate(options, interrupt.token());
  if (!calibration.result.accepted.empty()) write_outputs(options, calibration);
  if (calibration.result.complete) return Exit::ok;
  print_notice(fmt::format("clout: interrupted; {} of {} waves are complete\n",
                           std::max<std::size_t>(calibration.result.waves.size(), 1) - 1,
                           options.waves));
  return Exit::interrupted;
}

}  // namespace

void add_calibrate_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("calibrate", "Fit the model's free parameters to published patterns");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  auto* const output =
      command
          .add_option("-o,--output", options->output,
                      "File for the accepted parameter sets and their statistics (CSV)")
          ->type_name("FILE");
  auto* const plot =
      command
          .add_option("--plot", options->plot,
                      "Picture of every parameter and statistic, before and after (SVG)")
          ->type_name("FILE");
  command
      .add_option("--sets", options->sets, "Parameter sets at which all criteria hold that end it")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  command.add_option("--waves", options->waves, "Waves at most, after the first draws")
      ->check(CLI::Range(0, 1000))
      ->capture_default_str();
  command
      .add_option("--each", options->each,
                  "Evaluations of a wave; twice as many draws from the ranges come before")
      ->check(CLI::Range(2, 100000))
      ->capture_default_str();
  command.add_option("--seed", options->seed, "Seed of the search and of the markets it looks at")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{9007199254740991}))
      ->capture_default_str();
  add_threads_option(command, options->threads);
  const auto platforms = choice_names<market::PlatformProfile>;
  command
      .add_option("--platform", options->platform,
                  "Fit this platform's profile to its engagement table instead: reach.slope and "
                  "engagement.intercept, in seconds")
      ->check(CLI::IsMember(std::vector<std::string>(platforms.begin(), platforms.end())))
      ->excludes(output)
      ->excludes(plot);
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.callback([options, &body] {
    body = [options] { return on_threads(options->threads, [&] { return run(*options); }); };
  });
}

}  // namespace clout::cli
