// SHA-256: the name of a content, and the proof that it came through.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace clout::store {

/// Takes bytes as they come. hex() ends it.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// 64 hexadecimal digits of all that was added. To be called once.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_of_text(std::string_view text);

/// Of the whole file. Throws InputError if it cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace clout::store
