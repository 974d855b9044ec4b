// Progress of long work on one terminal line, with the time left; nothing where stderr is not a
// terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace clout::cli {

class ProgressLine {
 public:
  /// label: what is going on, "generating".
  explicit ProgressLine(std::string label);
  /// Wipes the line.
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// done of total equal parts are finished. Calls must not overlap.
  void show(std::size_t done, std::size_t total);

 private:
  std::string label_;
  bool terminal_;
  std::chrono::steady_clock::time_point start_;
};

/// "generating  43%  12 s left"; the time is left out until a tenth of a second has passed.
std::string progress_text(const std::string& label, std::size_t done, std::size_t total,
                          double seconds);

}  // namespace clout::cli
