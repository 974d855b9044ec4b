#pragma once

#include <string>

namespace clout::cli {

/// Version, git hash, compiler and the versions of the libraries, one a line.
std::string version_text();

/// "0.1.0 (git 1a2b3c4)".
std::string version_line();

/// "clout 0.1.0".
std::string software_name();

/// Of the commit that was built, "-dirty" if the tree differed from it.
std::string git_hash();

}  // namespace clout::cli
