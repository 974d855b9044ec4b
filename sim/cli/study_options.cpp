#include "sim/cli/study_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/cli/shell_word.hpp"
#include "sim/cli/study_memory.hpp"
#include "sim/cli/threads_option.hpp"

namespace clout::cli {

void add_study_options(CLI::App& command, StudyOptions& options, const StudyHelp& help) {
  command.add_option(help.name, options.scenario, help.scenario)->type_name("FILE")->required();
  command.add_option("--replicates", options.replicates, help.replicates)
      ->check(CLI::Range(1, 100000));
  command.add_option("--set", options.settings, "Another setting, as in the file")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->take_all();
  add_threads_option(command, options.threads);
  add_memory_option(command, options.memory_limit);
  command
      .add_option("--progress", options.progress,
                  "auto (a line on a terminal), line, json (a JSON object a line, on stderr), none")
      ->check(CLI::IsMember({"auto", "line", "json", "none"}))
      ->capture_default_str();
  command.add_flag("--resume", options.resume, help.resume);
}

std::vector<scenario::Override> overrides_of(const StudyOptions& options) {
  std::vector<scenario::Override> overrides;
  for (const std::string& text : options.settings)
    overrides.push_back(scenario::parse_override(text));
  if (options.replicates > 0)
    overrides.push_back({"run.replicates", std::to_string(options.replicates)});
  return overrides;
}

std::string decisive_words(const StudyOptions& options) {
  std::string words;
  if (options.replicates > 0) words += fmt::format(" --replicates {}", options.replicates);
  for (const std::string& setting : options.settings) words += " --set " + shell_word(setting);
  return words;
}

}  // namespace clout::cli
