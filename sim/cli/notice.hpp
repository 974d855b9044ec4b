// What is said beside the result, on standard error.
#pragma once

#include <string>

namespace clout::cli {

/// As far as standard error takes it: a log on a full disk must not end hours of simulation.
void print_notice(const std::string& text);

}  // namespace clout::cli
