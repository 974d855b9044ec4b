// Manual pages in roff, by the macros of man(7).
#pragma once

#include <string>

#include "sim/cli/command_syntax.hpp"

namespace clout::cli {

/// The page of a command, which is root or stands below it. version is what the footer names. There
/// is no date: pages of one version are the same bytes.
std::string manual_page(const CommandSyntax& root, const CommandSyntax& command,
                        const std::string& version);

/// Its name without the section: "clout-graph-generate".
std::string manual_name(const CommandSyntax& command);

}  // namespace clout::cli
