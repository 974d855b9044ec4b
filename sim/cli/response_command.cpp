// clout response: what a campaign brings over its budget, in total and by tier.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/number_within.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/response_output.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/cli/study_run.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/cli/threads_option.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout response scenarios/celebrity-vs-micro.toml --campaign launch\n"
    "  clout response study.toml --campaign launch --tiers micro,macro --plot response.svg\n"
    "  clout response study.toml --campaign launch --of contribution -o response.json --csv "
    "response.csv\n"
    "  clout response study.toml --campaign launch --replicates 20 --resume    more, after fewer\n"
    "Everything is beyond the market without the campaign, on the same random draws. Outcomes are\n"
    "kept in --outcomes; after Ctrl-C (exit code 130) or a kill --resume goes on from there.";

struct Options {
  StudyOptions study;
  response::Plan plan;
  std::string of = "customers";
  std::vector<std::string> tiers;
  std::string outcomes;  // empty: by the scenario's name
  std::string output;
  std::string csv;
  std::string plot;
  bool json = false;
};

template <typename Choice>
Choice choice_named(const std::string& name) {
  const auto& names = choice_names<Choice>;
  return static_cast<Choice>(std::find(names.begin(), names.end(), name) - names.begin());
}

template <typename Choice>
std::vector<std::string> words() {
  return {choice_names<Choice>.begin(), choice_names<Choice>.end()};
}

response::ResponseStudy read_study(const Options& options) {
  response::Plan plan = options.plan;
  for (const std::string& tier : options.tiers)
    plan.tiers.push_back(choice_named<market::Tier>(tier));
  return response_study(
      scenario::read_scenario(options.study.scenario, overrides_of(options.study)), plan);
}

void require_range(const response::Plan& plan) {
  if (plan.low < plan.high) return;
  refuse_option("--from",
                fmt::format("budgets from {:g} to {:g} times the campaign's are no range", plan.low,
                            plan.high),
                "--from below --to");
}

std::string outcomes_of(const Options& options) {
  if (!options.outcomes.empty()) return options.outcomes;
  return std::filesystem::path(options.study.scenario).stem().string() + "-response.h5";
}

/// The command that makes the same again.
std::string command_text(const Options& options) {
  std::string command = "clout response " + shell_word(options.study.scenario) + " --campaign " +
                        shell_word(options.plan.campaign) + " --of " + options.of;
  command += fmt::format(" --budgets {} --from {} --to {}", options.plan.steps, options.plan.low,
                         options.plan.high);
  if (!options.tiers.empty()) command += fmt::format(" --tiers {}", fmt::join(options.tiers, ","));
  if (!options.plan.posts.empty())
    command += fmt::format(" --posts {}", fmt::join(options.plan.posts, ","));
  return command + decisive_words(options.study);
}

/// Outputs that would cost the study itself, or each other.
void refuse_outputs(const Options& options, const scenario::Scenario& study) {
  std::vector<std::string> needed = scenario::files_of(options.study.scenario, study);
  const std::string outcomes = outcomes_of(options);
  refuse_to_replace(outcomes, "--outcomes", needed);
  if (!options.study.resume) {
    refuse_unless_hdf5(outcomes, "--outcomes");
    refuse_other_schema(outcomes, "--outcomes", "clout-outcome");
  }
  needed.push_back(outcomes);
  const std::pair<const char*, const std::string&> outputs[] = {
      {"--output", options.output}, {"--csv", options.csv}, {"--plot", options.plot}};
  for (const auto& [option, path] : outputs) {
    if (path.empty()) continue;
    refuse_to_replace(path, option, needed);
    const NewFile writable(path);  // else noticed after the run
    needed.push_back(path);
  }
}

void write_outputs(const Options& options, const TitledResponse& titled) {
  if (!options.output.empty())
    write_text_file(options.output, boost::json::serialize(response_json(titled)) + "\n");
  if (!options.csv.empty()) write_text_file(options.csv, response_csv(titled));
  if (!options.plot.empty())
    write_text_file(options.plot, response_plot(titled, command_text(options)));
  if (options.json) {
    fmt::print("{}\n", boost::json::serialize(response_json(titled)));
  } else {
    fmt::print("{}Every arm is in {}\n", response_table(titled), outcomes_of(options));
  }
}

/// What else was asked for, as a shell takes it.
std::string output_words(const Options& options) {
  std::string words;
  if (!options.output.empty()) words += " -o " + shell_word(options.output);
  if (!options.csv.empty()) words += " --csv " + shell_word(options.csv);
  if (!options.plot.empty()) words += " --plot " + shell_word(options.plot);
  return words;
}

Exit print_interrupted(const Options& options, std::size_t replicates, std::int64_t planned) {
  print_notice(fmt::format(
      "clout: interrupted; {} of {} replicates are complete; to go on: {}{} --outcomes {} "
      "--resume\n",
      replicates, planned, command_text(options), output_words(options),
      shell_word(outcomes_of(options))));
  return Exit::interrupted;
}

Exit respond(const Options& options) {
  require_range(options.plan);
  const response::ResponseStudy asked = read_study(options);
  refuse_outputs(options, asked.study);
  const std::vector<engine::Arm> arms = arms_of(asked.study);
  const std::string outcomes = outcomes_of(options);
  store::OutcomeWriter writer(outcomes,
                              options.study.resume ? store::Start::resume : store::Start::anew);
  const Interrupt interrupt;
  const StudyMemory memory(options.study.memory_limit);
  const graph::Network network = network_of(asked.study, memory);
  const store::StudyRecord record =
      study_record(options.study.scenario, asked.study, arms, network);
  writer.begin(record);
  const UntilStudy runnable{network, arms, asked.study.run, record,
                            memory.live_markets(network, arms, asked.study.run)};
  std::optional<StoppedRun> as_planned;
  const bool all =
      run_study(runnable, as_planned, writer, options.study.progress, interrupt.token());
  const std::size_t replicates = writer.finish(nullptr);
  if (!all) return print_interrupted(options, replicates, asked.study.run.replicates);
  const store::OutcomeReader reader(outcomes);
  write_outputs(options, {reader.study(), campaign_of(asked),
                          response_of(asked, observe(asked, reader),
                                      choice_named<response::Measure>(options.of))});
  return Exit::ok;
}

/// What is simulated.
void add_plan_options(CLI::App& command, Options& options) {
  command
      .add_option("--campaign", options.plan.campaign,
                  "Name of the campaign; the study's others do not run")
      ->type_name("NAME")
      ->required();
  command
      .add_option("--budgets", options.plan.steps,
                  "Budgets at equal ratios, beside the campaign's own")
      ->check(CLI::Range(4, 64))
      ->capture_default_str();
  command.add_option("--from", options.plan.low, "Least budget, times the campaign's own")
      ->check(number_within(1e-6, 1e6))
      ->capture_default_str();
  command.add_option("--to", options.plan.high, "Largest budget, times the campaign's own")
      ->check(number_within(1e-6, 1e6))
      ->capture_default_str();
  command
      .add_option("--tiers", options.tiers,
                  "Tiers that get all of the money in turn (default: all that can exist)")
      ->delimiter(',')
      ->check(CLI::IsMember(words<market::Tier>()));
  command
      .add_option("--posts", options.plan.posts,
                  "Posts per influencer to try, beside the campaign's own")
      ->delimiter(',')
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000}))
      ->capture_default_str();
}

/// What is told, and where it goes.
void add_output_options(CLI::App& command, Options& options) {
  command.add_option("--of", options.of, "Outcome of the curves")
      ->check(CLI::IsMember(words<response::Measure>()))
      ->capture_default_str();
  command
      .add_option("--outcomes", options.outcomes,
                  "File for the outcomes of all arms (default: the scenario's name with "
                  "-response.h5, here)")
      ->type_name("FILE");
  command.add_option("-o,--output", options.output, "Another file: everything as JSON")
      ->type_name("FILE");
  command
      .add_option("--csv", options.csv,
                  "Another file: points, fits, weeks and posts as one long table, CSV")
      ->type_name("FILE");
  command.add_option("--plot", options.plot, "Another file: curves with bands and fits, SVG")
      ->type_name("FILE");
  command.add_flag("--json", options.json, "Print everything as JSON");
}

}  // namespace

void add_response_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand(
      "response", "What a campaign brings over its budget, in total and by tier");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  add_study_options(command, options->study,
                    {.replicates = "Repetitions of each arm with other random draws",
                     .resume = "Use what an earlier run of the same curves has finished"});
  add_plan_options(command, *options);
  add_output_options(command, *options);
  command.callback([options, &body] {
    body = [options] {
      return on_threads(options->study.threads, [&] { return respond(*options); });
    };
  });
}

}  // namespace clout::cli
