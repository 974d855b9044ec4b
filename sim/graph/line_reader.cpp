#include "sim/graph/line_reader.hpp"

#include <cstring>
#include <utility>

#include "sim/graph/problem_list.hpp"

namespace clout::graph {

LineReader::LineReader(TextInput input)
    : input_(std::move(input)), buffer_(2 * longest_line, '\0') {
  refill();
  skip_byte_order_mark();
}

void LineReader::skip_byte_order_mark() {
  if (std::string_view(buffer_).substr(0, end_).starts_with("\xef\xbb\xbf")) begin_ = 3;
}

void LineReader::refill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  const std::size_t room = buffer_.size() - end_;
  const std::size_t got = input_.read(buffer_.data() + end_, room);
  end_ += got;
  at_end_ = got < room;
}

std::string_view LineReader::taken(std::size_t length, std::size_t with_end) {
  std::string_view line(buffer_.data() + begin_, length);
  begin_ += with_end;
  ++line_number_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool LineReader::next(std::string_view& line) {
  for (;;) {
    const char* const start = buffer_.data() + begin_;
    const std::size_t held = end_ - begin_;
    const void* const found = std::memchr(start, '\n', held);
    const std::size_t length =
        found == nullptr ? held : static_cast<std::size_t>(static_cast<const char*>(found) - start);
    if (length > longest_line) {
      throw input_error(input_.name(), line_number_ + 1,
                        "the line is longer than " + std::to_string(longest_line) + " bytes",
                        "one entry a line, ended by LF or CRLF");
    }
    if (found != nullptr) {
      line = taken(length, length + 1);
      return true;
    }
    if (at_end_) {
      if (held == 0) return false;
      line = taken(held, held);
      return true;
    }
    refill();
  }
}

}  // namespace clout::graph
