// The scenario that an outcome file holds, as it is run again.
#pragma once

#include <string>

#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// The study's complete scenario, to be printed into the current folder. Names of files in it are
/// relative to the folder of the scenario that was run, which outcomes do not know: unless the same
/// files are found from the current folder, a comment on top and a line on stderr say so. outcomes:
/// name of the file, for the line.
std::string repeated_scenario(const store::StudyRecord& study, const std::string& outcomes);

/// The same with whole paths, of files that are found from this folder. Throws InputError, which
/// names the option, unless they are the files of the study.
std::string repeated_scenario_in(const store::StudyRecord& study, const std::string& folder,
                                 const std::string& option);

}  // namespace clout::cli
