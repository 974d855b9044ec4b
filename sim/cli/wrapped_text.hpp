// Sentences in lines of bounded width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clout::cli {

/// Breaks at blanks; a longer word keeps its line to itself. All lines but the first are indented.
std::vector<std::string> lines_of(std::string_view text, std::size_t width, std::size_t indent);

/// Those lines, each with its end; nothing for an empty text.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

}  // namespace clout::cli
