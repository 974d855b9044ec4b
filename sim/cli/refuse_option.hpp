// An option of the command line that cannot be used.
#pragma once

#include <string>

namespace clout::cli {

/// Throws InputError about the option, or another word of the command line; expected: what would be
/// right, may be empty.
[[noreturn]] void refuse_option(const std::string& option, const std::string& problem,
                                const std::string& expected);

}  // namespace clout::cli
