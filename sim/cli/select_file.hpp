// What a selection has run, as a table: for R and pandas, and for --resume.
#pragma once

#include <string>

#include "sim/cli/select_run.hpp"

namespace clout::cli {

/// Writes all values, one a line, with the digits that give the same numbers back. Whole or not at
/// all. Throws InputError if the path cannot be written.
void write_selection(const std::string& path, const store::StudyRecord& study,
                     const std::string& figure, const ArmValues& values);

/// Reads them back; no values if there is no file. Throws InputError if it is no such table, or of
/// another study or figure.
ArmValues read_selection(const std::string& path, const store::StudyRecord& study,
                         const std::string& figure);

/// Throws InputError if there is a file of this name that is no table of a selection.
void refuse_unless_selection(const std::string& path);

}  // namespace clout::cli
