// The bytes of a text file, decompressed on the way if the file is gzip. Which it is, its first two
// bytes say, never its name.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace clout::graph {

/// A forward-only stream of bytes. Several gzip members one after another are read as one text.
class TextInput {
 public:
  /// Throws InputError if the file cannot be opened or read.
  explicit TextInput(std::string path);
  /// Reads from memory; name stands for the file in messages.
  TextInput(std::string name, std::string bytes);
  ~TextInput();
  TextInput(TextInput&&) noexcept;
  TextInput& operator=(TextInput&&) noexcept;

  /// The first bytes of the text, fewer than size only if it has fewer. They stay to be read, so
  /// that a pipe, which cannot be opened twice, is read as a file is. To be called once, before
  /// read().
  std::string_view beginning(std::size_t size);

  /// Puts up to capacity bytes at into and returns how many; fewer than capacity only at the end.
  /// Throws InputError on a read error and on compressed data that is damaged or ends too early.
  std::size_t read(char* into, std::size_t capacity);

  const std::string& name() const noexcept;

 private:
  struct Source;
  std::unique_ptr<Source> source_;
};

/// The whole text. Throws InputError if it is longer than limit bytes after decompression.
std::string read_whole(TextInput& input, std::size_t limit);

}  // namespace clout::graph
