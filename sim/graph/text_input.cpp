#include "sim/graph/text_input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

constexpr std::size_t raw_capacity = std::size_t{1} << 18U;
constexpr int gzip_only = 15 + 16;  // window of 32 KiB, gzip header expected (inflateInit2)

[[noreturn]] void refuse(const std::string& file, std::string problem,
                         std::string suggestion = {}) {
  throw input_error(file, 0, std::move(problem), {}, std::move(suggestion));
}

}  // namespace

struct TextInput::Source {
  std::string name;
  std::string raw;        // bytes as they are in the file
  std::size_t begin = 0;  // unread part of raw: [begin, end)
  std::size_t end = 0;
  int file = -1;                // -1: everything is in raw
  std::string ahead;            // text that beginning() has read
  std::size_t ahead_begin = 0;  // where its unread part begins
  bool gzip = false;
  bool in_member = false;
  z_stream stream{};

  explicit Source(std::string file_name) : name(std::move(file_name)) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  ~Source() {
    if (gzip) inflateEnd(&stream);
    if (file >= 0) ::close(file);
  }

  std::size_t read_file(char* into, std::size_t capacity) {
    if (file < 0) return 0;
    for (;;) {
      const ssize_t got = ::read(file, into, capacity);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) refuse(name, std::string("cannot be read: ") + std::strerror(errno));
    }
  }

  /// Refills raw if it is used up; false at the end of the file.
  bool refill() {
    if (begin < end) return true;
    if (file < 0) return false;
    begin = 0;
    end = read_file(raw.data(), raw.size());
    return end > 0;
  }

  void detect_gzip() {
    while (file >= 0 && end < 2) {
      const std::size_t got = read_file(raw.data() + end, raw.size() - end);
      if (got == 0) break;
      end += got;
    }
    if (end < 2 || raw[0] != '\x1f' || raw[1] != '\x8b') return;
    if (inflateInit2(&stream, gzip_only) != Z_OK) throw std::bad_alloc();
    gzip = true;
    in_member = true;
  }

  std::size_t read_plain(char* into, std::size_t capacity) {
    std::size_t filled = 0;
    while (filled < capacity && refill()) {
      const std::size_t part = std::min(capacity - filled, end - begin);
      std::memcpy(into + filled, raw.data() + begin, part);
      begin += part;
      filled += part;
    }
    return filled;
  }

  /// One call of inflate on what raw holds.
  void inflate_some() {
    stream.next_in = reinterpret_cast<Bytef*>(raw.data() + begin);
    stream.avail_in =
        static_cast<uInt>(std::min<std::size_t>(end - begin, std::numeric_limits<uInt>::max()));
    const uInt offered = stream.avail_in;
    const int result = inflate(&stream, Z_NO_FLUSH);
    begin += offered - stream.avail_in;
    if (result == Z_STREAM_END) {
      in_member = false;
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      refuse(name,
             std::string("the compressed data is damaged: ") +
                 (stream.msg != nullptr ? stream.msg : "zlib error"),
             "download or compress the file again");
    }
  }

  std::size_t read_gzip(char* into, std::size_t capacity) {
    stream.next_out = reinterpret_cast<Bytef*>(into);
    stream.avail_out =
        static_cast<uInt>(std::min<std::size_t>(capacity, std::numeric_limits<uInt>::max()));
    const uInt wanted = stream.avail_out;
    while (stream.avail_out > 0) {
      if (!refill()) {
        if (in_member)
          refuse(name, "the compressed data ends too early", "download or compress the file again");
        break;
      }
      if (!in_member) {
        inflateReset(&stream);
        in_member = true;
      }
      inflate_some();
    }
    return wanted - stream.avail_out;
  }

  std::size_t read_on(char* into, std::size_t capacity) {
    return gzip ? read_gzip(into, capacity) : read_plain(into, capacity);
  }

  std::size_t read_ahead(char* into, std::size_t capacity) {
    const std::size_t part = std::min(capacity, ahead.size() - ahead_begin);
    std::memcpy(into, ahead.data() + ahead_begin, part);
    ahead_begin += part;
    return part;
  }
};

TextInput::TextInput(std::string path) : source_(std::make_unique<Source>(std::move(path))) {
  source_->file = ::open(source_->name.c_str(), O_RDONLY | O_CLOEXEC);
  if (source_->file < 0)
    refuse(source_->name, std::string("cannot be opened: ") + std::strerror(errno));
  source_->raw.resize(raw_capacity);
  source_->detect_gzip();
}

TextInput::TextInput(std::string name, std::string bytes)
    : source_(std::make_unique<Source>(std::move(name))) {
  source_->raw = std::move(bytes);
  source_->end = source_->raw.size();
  source_->detect_gzip();
}

TextInput::~TextInput() = default;
TextInput::TextInput(TextInput&&) noexcept = default;
TextInput& TextInput::operator=(TextInput&&) noexcept = default;

std::string_view TextInput::beginning(std::size_t size) {
  std::string& ahead = source_->ahead;
  ahead.resize(size);
  ahead.resize(source_->read_on(ahead.data(), size));
  return ahead;
}

std::size_t TextInput::read(char* into, std::size_t capacity) {
  const std::size_t first = source_->read_ahead(into, capacity);
  return first + source_->read_on(into + first, capacity - first);
}

const std::string& TextInput::name() const noexcept { return source_->name; }

std::string read_whole(TextInput& input, std::size_t limit) {
  std::string text;
  std::size_t filled = 0;
  for (;;) {
    text.resize(std::min(std::max(raw_capacity, 2 * filled), limit + 1));
    filled += input.read(text.data() + filled, text.size() - filled);
    if (filled > limit) {
      refuse(input.name(), "the text is longer than " + std::to_string(limit >> 20U) + " MiB",
             "use an edge list, which may have any length");
    }
    if (filled < text.size()) break;
  }
  text.resize(filled);
  return text;
}

}  // namespace clout::graph
