// The options that commands share which run a study, and what every such command makes of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace CLI {
class App;
}

namespace clout::cli {

struct StudyOptions {
  std::string scenario;               ///< path
  std::vector<std::string> settings;  ///< KEY=VALUE, as given
  std::string progress = "auto";      ///< a form of RunProgress
  std::int64_t replicates = 0;        ///< 0: the scenario's
  int threads = 0;                    ///< 0: all cores
  double memory_limit = 0;            ///< GB that may be used; 0: what is there
  bool resume = false;
};

/// What the help says of those whose meaning is the command's own.
struct StudyHelp {
  const char* name = "scenario";  ///< of the first word
  const char* scenario = "Scenario file (TOML)";
  const char* replicates;
  const char* resume;
};

/// Declares the scenario, --replicates, --set, --threads, --memory-limit, --progress and --resume.
/// options outlive the command line.
void add_study_options(CLI::App& command, StudyOptions& options, const StudyHelp& help);

/// What --set and --replicates say, in this order.
std::vector<scenario::Override> overrides_of(const StudyOptions& options);

/// " --replicates 20 --set ..." as a shell takes it: what decides on outcomes; empty without them.
std::string decisive_words(const StudyOptions& options);

/// The files that the study is read from, which no output may replace. Throws InputError if one of
/// them is a pipe, since each is read more than once.
std::vector<std::string> files_of(const StudyOptions& options, const scenario::Scenario& study);

}  // namespace clout::cli
