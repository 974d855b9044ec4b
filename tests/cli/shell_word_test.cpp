#include "sim/cli/shell_word.hpp"

#include <cstdio>

#include "tests/support/catch.hpp"

using clout::cli::shell_word;

namespace {

/// What a shell makes of the word.
std::string read_back(const std::string& word) {
  const std::string command = "printf '%s|' " + shell_word(word);
  std::FILE* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  pclose(pipe);
  return text;
}

}  // namespace

TEST_CASE("a shell reads a word back as it was, as one word") {
  for (const std::string word : {"out.h5", "a b", "it's", "$HOME", "a\"b\\", "*;&|<>()", "ü"})
    CHECK(read_back(word) == word + "|");
  CHECK(read_back("") == "|");
  CHECK(shell_word("june/out-1.h5") == "june/out-1.h5");
}
