#include "sim/cli/xml_text.hpp"

#include <cstdint>

namespace clout::cli {

namespace {

constexpr const char* replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr const char* ellipsis = "\xE2\x80\xA6";     // U+2026

struct Character {
  std::uint32_t code = 0;  ///< 0 where the bytes are not UTF-8
  std::string_view bytes;
};

/// How many bytes a character has that starts with this one; 1 if none does.
std::size_t length_from(unsigned char first) {
  if (first >= 0xF8) return 1;
  if (first >= 0xF0) return 4;
  if (first >= 0xE0) return 3;
  return first >= 0xC0 ? 2 : 1;
}

/// Of text that is not empty.
Character first_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return {first, text.substr(0, 1)};
  const Character broken{0, text.substr(0, 1)};
  const std::size_t length = length_from(first);
  if (length == 1 || length > text.size()) return broken;
  std::uint32_t code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0u) != 0x80u) return broken;
    code = code << 6 | (next & 0x3Fu);
  }
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length]) return broken;  // longer than it need be
  return {code, text.substr(0, length)};
}

/// Char of the XML 1.0 recommendation.
bool is_xml(std::uint32_t code) {
  return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// From Hangul on, scripts are about twice as wide as Latin.
std::size_t columns_of(std::uint32_t code) { return code >= 0x1100 && code != 0x2026 ? 2 : 1; }

}  // namespace

std::string xml_text(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Character each = first_character(text);
    text.remove_prefix(each.bytes.size());
    switch (each.code) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += is_xml(each.code) ? each.bytes : std::string_view(replacement);
    }
  }
  return result;
}

std::string cut_text(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t kept = 0;  // bytes that leave a column for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const Character each = first_character(text.substr(at));
    used += columns_of(each.code);
    if (used > columns) return std::string(text.substr(0, kept)) + ellipsis;
    at += each.bytes.size();
    if (used < columns) kept = at;
  }
  return std::string(text);
}

}  // namespace clout::cli
