// What standard output is.
#pragma once

#include <string>
#include <string_view>

namespace clout::cli {

/// A terminal, and the user has not asked for none by the variable NO_COLOR (no-color.org).
bool wants_color();

/// ANSI codes around the text, such as "1" bold, "31" red, "32" green; the text alone without
/// color.
std::string painted(std::string_view text, const char* code, bool color);

}  // namespace clout::cli
