// What was assumed of a file that does not say which column is the follower.
#pragma once

#include <string>

#include "sim/graph/import.hpp"

namespace clout::cli {

/// Says the direction and its reason on stderr, so that the summary alone stands in a pipe; nothing
/// if the user gave it or the format knows it. setting: what settles an unsure one.
void print_direction(const graph::ImportReport& report, const std::string& setting);

}  // namespace clout::cli
