// Reading the command line: what CLI11 lets pass and should not, and errors that help.
#pragma once

#include <string>
#include <vector>

#include "sim/base/diagnostic.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace clout::cli {

/// The words after the program's name as CLI11 is to parse them, so that an empty one is an empty
/// value or an unexpected word. As it is, CLI11 would take '' for the name of a group of options
/// and
/// "--key=" for one without its value, and read on, or for ever.
std::vector<std::string> words_to_parse(const std::vector<std::string>& words);

/// Makes two things an error for every option of app and its commands: an empty text, which is as
/// a rule a shell variable that is not set, and a number that is not decimal (labelled INT, UINT or
/// FLOAT), since CLI11 reads 010 as 8. To be called when all commands are added.
void check_values(CLI::App& app);

/// What is wrong with a command line that app has refused with error. Words that nothing takes come
/// first, with the nearest command or option; what may follow from them is left out.
std::vector<Diagnostic> command_line_problems(const CLI::App& app, const CLI::ParseError& error);

}  // namespace clout::cli
