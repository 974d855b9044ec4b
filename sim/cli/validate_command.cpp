// clout validate: the model against what was published.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "sim/cli/command.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/progress_line.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/cli/threads_option.hpp"
#include "sim/cli/validate_output.hpp"
#include "sim/cli/version.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout validate                            every pattern at the default parameters\n"
    "  clout validate --only P15,P18             two of them\n"
    "  clout validate --quick --html page.html   a first look in a minute, and as a page\n"
    "  clout validate mine.toml                  at the parameters of a scenario of yours\n"
    "  clout validate --set market.trust.loss_rate=0.1\n"
    "What each pattern is and how it is measured: docs/validation. Exit code 1 if fewer hold than\n"
    "asked for (--at-least; default: all).";

struct Options {
  std::string scenario;  // empty: the defaults
  std::vector<std::string> settings;
  std::vector<std::string> only;
  std::string html;
  std::int64_t seed = -1;
  int at_least = -1;
  int threads = 0;
  bool quick = false;
  bool json = false;
  bool markdown = false;
};

std::vector<patterns::Pattern> chosen(const std::vector<std::string>& ids) {
  const std::span<const patterns::Pattern> all = patterns::all_patterns();
  if (ids.empty()) return {all.begin(), all.end()};
  std::vector<patterns::Pattern> some;
  for (const std::string& id : ids) {
    const auto found = std::ranges::find(all, std::string_view(id), &patterns::Pattern::id);
    if (found == all.end())
      refuse_option("--only", fmt::format("there is no pattern '{}'", id),
                    "P01 to P28, with commas between");
    if (std::ranges::find(some, found->id, &patterns::Pattern::id) == some.end())
      some.push_back(*found);
  }
  return some;
}

/// The defaults, or a scenario's platform and market.
scenario::Scenario common_of(const Options& options) {
  std::vector<scenario::Override> overrides;
  for (const std::string& text : options.settings)
    overrides.push_back(scenario::parse_override(text));
  if (options.seed >= 0) overrides.push_back({"run.seed", std::to_string(options.seed)});
  if (!options.scenario.empty()) return scenario::read_scenario(options.scenario, overrides);
  return scenario::read_scenario_text("[run]\nseed = 1\n[[brand]]\nname = \"acme\"\n",
                                      "the defaults", {}, overrides);
}

std::string command_of(const Options& options) {
  std::string command = "clout validate";
  if (!options.scenario.empty()) command += " " + shell_word(options.scenario);
  if (!options.only.empty()) command += fmt::format(" --only {}", fmt::join(options.only, ","));
  if (options.quick) command += " --quick";
  if (options.seed >= 0) command += fmt::format(" --seed {}", options.seed);
  for (const std::string& setting : options.settings) command += " --set " + shell_word(setting);
  return command;
}

ValidationHeading heading_of(const Options& options, const scenario::Scenario& common) {
  ValidationHeading heading;
  heading.parameters = options.scenario.empty() ? "the defaults" : "those of " + options.scenario;
  if (!options.settings.empty())
    heading.parameters += fmt::format(" with {}", fmt::join(options.settings, ", "));
  heading.command = command_of(options);
  heading.version = version_line();
  heading.effort = options.quick ? patterns::Effort::quick : patterns::Effort::full;
  heading.seed = common.run.seed;
  return heading;
}

std::string output(const Options& options, const std::vector<patterns::Verdict>& verdicts,
                   const ValidationHeading& heading) {
  if (options.json) return boost::json::serialize(validation_json(verdicts, heading)) + "\n";
  if (options.markdown) return validation_markdown(verdicts, heading);
  return validation_table(verdicts, heading, wants_color());
}

Exit validate(const Options& options) {
  const std::vector<patterns::Pattern> some = chosen(options.only);
  const scenario::Scenario common = common_of(options);
  if (!options.html.empty() && !options.scenario.empty())
    refuse_to_replace(options.html, "--html", scenario::files_of(options.scenario, common));
  const ValidationHeading heading = heading_of(options, common);
  const Interrupt interrupt;
  const patterns::Lab lab(common, heading.effort, interrupt.token());
  std::vector<patterns::Verdict> verdicts;
  {
    ProgressLine progress("validating");
    progress.show(0, some.size());
    verdicts = patterns::validate(
        lab, some, [&](std::size_t done, std::size_t total) { progress.show(done, total); });
  }
  if (verdicts.empty()) {
    print_notice("clout: interrupted; nothing was written\n");
    return Exit::interrupted;
  }
  if (!options.html.empty()) write_text_file(options.html, validation_html(verdicts, heading));
  fmt::print("{}", output(options, verdicts, heading));
  const std::size_t wanted =
      options.at_least < 0 ? some.size() : static_cast<std::size_t>(options.at_least);
  return patterns::held(verdicts) >= wanted ? Exit::ok : Exit::check_failed;
}

}  // namespace

void add_validate_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("validate", "Hold the model against patterns of the literature");
  const auto options = std::make_shared<Options>();
  command.footer(help_footer);
  command
      .add_option("scenario", options->scenario,
                  "Scenario file whose platform and market are held against them (default: the "
                  "default parameters)")
      ->type_name("FILE");
  command.add_option("--only", options->only, "Patterns to run, such as P15,P18")
      ->delimiter(',')
      ->type_name("ID,...");
  command.add_flag("--quick", options->quick, "Fewer seeds and days, wider tolerance");
  command.add_option("--set", options->settings, "Another setting, as in a scenario file")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->take_all();
  command.add_option("--seed", options->seed, "Seed (default: 1, or the scenario's)")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{9007199254740991}));
  command
      .add_option("--at-least", options->at_least,
                  "How many patterns must hold for exit code 0 (default: all)")
      ->check(CLI::Range(0, 28));
  add_threads_option(command, options->threads);
  command.add_option("--html", options->html, "Write the verdicts to this file, as a page")
      ->type_name("FILE");
  auto* const how = command.add_option_group("output", "Instead of a table");
  how->add_flag("--json", options->json, "Everything as JSON");
  how->add_flag("--markdown", options->markdown, "A table for a document");
  how->require_option(0, 1);
  command.callback([options, &body] {
    body = [options] { return on_threads(options->threads, [&] { return validate(*options); }); };
  });
}

}  // namespace clout::cli
