// Text as roff takes it.
#pragma once

#include <string>
#include <string_view>

namespace clout::cli {

/// text with nothing in it that roff would read as a command: backslashes, and a dot or apostrophe
/// at the start of a line. A hyphen becomes a minus, which can be copied into a shell.
std::string roff(std::string_view text);

/// A whole footer: lines that begin with a blank are kept as they are, one below the other, as
/// examples; others are filled paragraphs. The line "Examples:" is dropped, a heading says it.
std::string roff_of_footer(std::string_view footer);

}  // namespace clout::cli
