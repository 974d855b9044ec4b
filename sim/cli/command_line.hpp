// Reading the command line: what CLI11 lets pass and should not, and errors that help.
#pragma once

#include <vector>

#include "sim/base/diagnostic.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace clout::cli {

/// Makes an empty text an error for every option of app and its commands that takes a number
/// (labelled INT, UINT or FLOAT); CLI11 reads it as 0. To be called when all commands are added.
void refuse_empty_numbers(CLI::App& app);

/// What is wrong with a command line that app has refused with error. Words that nothing takes come
/// first, with the nearest command or option; what may follow from them is left out.
std::vector<Diagnostic> command_line_problems(const CLI::App& app, const CLI::ParseError& error);

}  // namespace clout::cli
