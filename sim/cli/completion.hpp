// Completion scripts for the shells. Each is complete in itself: it needs nothing but the shell and
// does not call the program.
#pragma once

#include <string>

#include "sim/cli/command_syntax.hpp"

namespace clout::cli {

/// For bash 4 and later, without the bash-completion package. Bash shows names only.
std::string bash_completion(const CommandSyntax& root);

/// For zsh, with descriptions: to be read by `source` after compinit, or as _clout in $fpath.
std::string zsh_completion(const CommandSyntax& root);

/// For fish 3 and later, with descriptions.
std::string fish_completion(const CommandSyntax& root);

}  // namespace clout::cli
