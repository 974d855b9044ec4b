// Gathers what is wrong with a file, so that the user sees all of it at once, or the first twenty
// of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/diagnostic.hpp"

namespace clout::graph {

class ProblemList {
 public:
  explicit ProblemList(std::string file) : file_(std::move(file)) {}

  /// line: from 1, or 0 if the problem has no line.
  void add(std::int64_t line, std::string problem, std::string expected = {},
           std::string suggestion = {});

  bool empty() const noexcept { return count_ == 0; }

  /// Throws InputError with the first twenty problems and the number of the others, if there is any
  /// problem.
  void throw_if_any() const;

 private:
  std::string file_;
  std::vector<Diagnostic> shown_;
  std::int64_t count_ = 0;
};

/// An error of one problem of a file; line from 1, or 0 if it has none.
InputError input_error(std::string file, std::int64_t line, std::string problem,
                       std::string expected = {}, std::string suggestion = {});

/// text as it can stand in a message: at most 40 bytes, quoted, control characters and bytes
/// outside ASCII as \xNN.
std::string in_quotes(std::string_view text);

}  // namespace clout::graph
