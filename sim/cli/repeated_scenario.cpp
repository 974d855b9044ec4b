#include "sim/cli/repeated_scenario.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/notice.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/scenario/describe.hpp"
#include "sim/scenario/findings.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/source_text.hpp"

namespace clout::cli {

namespace {

constexpr const char* comment =
    "# Names of files here are relative to the folder of the scenario that was run, and seen from\n"
    "# the folder where this was printed they are not known to be those files. Put this file "
    "where\n"
    "# that scenario is, or print it with --files-in and that folder, which checks them. With the\n"
    "# names as they are, the files are the same if clout inspect says of the repeat as well:\n";

/// The study's scenario as if its file were in the folder.
scenario::Scenario read_back(const store::StudyRecord& study, const std::string& folder) {
  return scenario::read_scenario_text(study.resolved,
                                      (std::filesystem::path(folder) / "scenario.toml").string(),
                                      scenario::read_source);
}

bool has_same_files(const store::StudyRecord& study, const scenario::Scenario& scenario) {
  try {
    return config_sha256(scenario) == study.config_sha256;
  } catch (const InputError&) {  // one cannot be read
    return false;
  }
}

/// "graph.file 'g.h5' is not there": why the files that the scenario names are not known to be the
/// study's; empty if they are, or if it names none.
std::string file_problem(const store::StudyRecord& study, const scenario::Scenario& scenario) {
  std::string all;
  std::string missing;
  const auto add = [](const std::string& what, std::string& to) {
    to += (to.empty() ? "" : " or ") + what;
  };
  for (const scenario::FileSetting& setting : scenario::graph_file_settings()) {
    const std::string& name = scenario.graph_source.*setting.name;
    if (!scenario::names_file(name)) continue;
    const std::string what = std::string(setting.key) + " " + scenario::in_quotes(name);
    add(what, all);
    std::error_code none;
    if (!std::filesystem::exists(path_of(scenario.graph_source, name), none)) add(what, missing);
  }
  if (all.empty() || has_same_files(study, scenario)) return "";
  if (!missing.empty()) return missing + " is not there";
  // The hash of the settings is comparable only where this version writes them alike.
  if (scenario::resolved_toml(scenario) != study.resolved)
    return fmt::format("{} may be another, which cannot be told of a file by {}", all,
                       study.software);
  return all + " holds something else than when the study was run";
}

}  // namespace

std::string repeated_scenario(const store::StudyRecord& study, const std::string& outcomes) {
  std::string problem;
  try {
    problem = file_problem(study, read_back(study, ""));
  } catch (const InputError&) {
    // Settings of another version: whoever runs them is told what is wrong with them.
  }
  if (problem.empty()) return study.resolved;
  print_notice(fmt::format(
      "clout: {}: seen from this folder, {}; the first lines of the scenario say what to do\n",
      outcomes, problem));
  return fmt::format("{}# settings sha256 {}\n\n{}", comment, study.config_sha256, study.resolved);
}

std::string repeated_scenario_in(const store::StudyRecord& study, const std::string& folder,
                                 const std::string& option) {
  scenario::Scenario scenario = read_back(study, folder);
  const std::string problem = file_problem(study, scenario);
  if (!problem.empty())
    refuse_option(option, fmt::format("seen from {}, {}", scenario::in_quotes(folder), problem),
                  "the folder that the scenario was in");
  scenario.graph_source = scenario::found_anywhere(scenario.graph_source);
  return scenario::resolved_toml(scenario);
}

}  // namespace clout::cli
