// The lines of a text, without their ends (LF or CRLF). A byte order mark at the start is skipped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/graph/text_input.hpp"

namespace clout::graph {

/// Longest line that is read, in bytes.
inline constexpr std::size_t longest_line = std::size_t{1} << 20U;

class LineReader {
 public:
  explicit LineReader(TextInput input);

  /// Sets line to the next line; it stays valid until the next call. False at the end of the text.
  /// Throws InputError for a line longer than longest_line.
  bool next(std::string_view& line);

  /// Number of the line that next() gave last, from 1; 0 before the first.
  std::int64_t line_number() const noexcept { return line_number_; }
  const std::string& name() const noexcept { return input_.name(); }

 private:
  void refill();
  void skip_byte_order_mark();
  std::string_view taken(std::size_t length, std::size_t with_end);

  TextInput input_;
  std::string buffer_;
  std::size_t begin_ = 0;  // unread part of buffer_: [begin_, end_)
  std::size_t end_ = 0;
  bool at_end_ = false;
  std::int64_t line_number_ = 0;
};

}  // namespace clout::graph
