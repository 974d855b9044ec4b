#include "sim/cli/roff.hpp"

namespace clout::cli {

namespace {

/// Between which macros a line stands.
enum class Block { none, paragraph, examples };

/// The macros between two blocks. The first of a section needs no .PP: the heading breaks the line.
std::string change(Block before, Block block, bool first) {
  std::string text = before == Block::examples ? ".fi\n" : "";
  if (block != Block::none && !first) text += ".PP\n";
  if (block == Block::examples) text += ".nf\n";
  return text;
}

}  // namespace

std::string roff(std::string_view text) {
  std::string result;
  bool line_starts = true;
  for (const char c : text) {
    if (line_starts && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
    line_starts = c == '\n';
  }
  return result;
}

std::string roff_of_footer(std::string_view footer) {
  std::string result;
  Block block = Block::none;
  while (!footer.empty()) {
    const std::string_view line = footer.substr(0, footer.find('\n'));
    footer.remove_prefix(line.size() == footer.size() ? line.size() : line.size() + 1);
    if (line == "Examples:") continue;
    Block wanted = line.starts_with(' ') ? Block::examples : Block::paragraph;
    if (line.empty()) wanted = Block::none;
    if (wanted != block) result += change(block, wanted, result.empty());
    block = wanted;
    if (!line.empty()) result += roff(line) + "\n";
  }
  return result + change(block, Block::none, false);
}

}  // namespace clout::cli
