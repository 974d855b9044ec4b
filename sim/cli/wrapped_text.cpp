#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

std::vector<std::string> lines_of(std::string_view text, std::size_t width, std::size_t indent) {
  std::vector<std::string> lines;
  std::size_t used = 0;  // of the last line, without its indent
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(" \n");
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (word.empty()) continue;
    if (lines.empty() || (used > 0 && lines.back().size() + 1 + word.size() > width)) {
      lines.emplace_back(lines.empty() ? 0 : indent, ' ');
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += word.size();
  }
  return lines;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string all;
  for (const std::string& line : lines_of(text, width, indent)) all += line + "\n";
  return all;
}

}  // namespace clout::cli
