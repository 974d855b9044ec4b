// On how many threads a command runs.
#pragma once

#include <functional>

#include "sim/cli/command.hpp"

namespace clout::cli {

/// Declares --threads; threads outlives the command line, and stays as it is without the option.
void add_threads_option(CLI::App& command, int& threads);

/// Runs the body on so many threads; 0: on all cores.
Exit on_threads(int threads, const std::function<Exit()>& body);

}  // namespace clout::cli
