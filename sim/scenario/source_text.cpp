#include "sim/scenario/source_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "sim/base/diagnostic.hpp"

namespace clout::scenario {

namespace {

constexpr int max_key_parts = 32;

Diagnostic too_large(const std::string& file) {
  return {{file},
          "larger than a scenario can be",
          "at most 1 MiB of TOML text",
          "is this the right file?"};
}

int line_of(std::string_view text, std::size_t position) {
  return 1 + static_cast<int>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

/// Position just after the string or comment that begins at start, or after a single character of
/// anything else.
std::size_t skip_token(std::string_view text, std::size_t start) {
  const char quote = text[start];
  if (quote == '#') return std::min(text.find('\n', start), text.size());
  if (quote != '"' && quote != '\'') return start + 1;
  const std::string triple(3, quote);
  const bool long_string = text.substr(start, 3) == triple;
  std::size_t at = start + (long_string ? 3 : 1);
  while (at < text.size()) {
    if (text[at] == '\\' && quote == '"') {
      at += 2;
    } else if (long_string ? text.substr(at, 3) == triple : text[at] == quote) {
      return at + (long_string ? 3 : 1);
    } else if (!long_string && text[at] == '\n') {
      return at;
    } else {
      ++at;
    }
  }
  return text.size();
}

/// The parser makes one table per part of a dotted key and frees them recursively: a key of a
/// million parts would overflow the stack. Dots inside strings and comments do not count.
void check_dotted_keys(std::string_view text, const std::string& file) {
  constexpr std::string_view separators = "\n=,[]{}";
  int dots = 0;
  for (std::size_t at = 0; at < text.size(); at = skip_token(text, at)) {
    if (separators.find(text[at]) != std::string_view::npos) dots = 0;
    if (text[at] == '.') ++dots;
    if (dots >= max_key_parts) {
      throw InputError(
          {{file, line_of(text, at)}, "a dotted key with too many parts", "at most 32", ""});
    }
  }
}

}  // namespace

std::string read_source(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw InputError({{path}, "is a folder", "a scenario file (TOML)", ""});
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const std::string reason = errno == 0 ? "unknown reason" : std::strerror(errno);
    throw InputError({{path}, "cannot be opened: " + reason, "a scenario file (TOML)", ""});
  }
  std::string text(max_source_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) throw InputError({{path}, "cannot be read to its end", "", ""});
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > max_source_bytes) throw InputError(too_large(path));
  return text;
}

void check_source(std::string_view text, const std::string& file) {
  if (text.size() > max_source_bytes) throw InputError(too_large(file));
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    throw InputError({{file}, "is UTF-16", "UTF-8 text", "save it as UTF-8"});
  }
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    throw InputError(
        {{file, line_of(text, nul)}, "a NUL byte", "TOML text", "is this a binary file?"});
  }
  check_dotted_keys(text, file);
}

}  // namespace clout::scenario
