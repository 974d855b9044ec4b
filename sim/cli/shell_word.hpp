// Words of a command that is shown to be typed again.
#pragma once

#include <string>

namespace clout::cli {

/// The word as a POSIX shell reads it back: in single quotes where it holds anything but letters,
/// digits and _ . / : = @ % + , -
std::string shell_word(const std::string& word);

}  // namespace clout::cli
