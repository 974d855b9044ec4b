#include "sim/cli/progress_line.hpp"

#include <cmath>
#include <cstdio>
#include <utility>

#include <fmt/core.h>
#include <unistd.h>

#include "sim/cli/notice.hpp"

namespace clout::cli {

ProgressLine::ProgressLine(std::string label)
    : label_(std::move(label)),
      terminal_(isatty(STDERR_FILENO) != 0),
      start_(std::chrono::steady_clock::now()) {}

ProgressLine::~ProgressLine() {
  if (terminal_) print_notice("\r\x1b[K");
}

void ProgressLine::show(std::size_t done, std::size_t total) {
  if (!terminal_) return;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
  print_notice("\r" + progress_text(label_, done, total, passed.count()) + "\x1b[K");
  std::fflush(stderr);
}

std::string progress_text(const std::string& label, std::size_t done, std::size_t total,
                          double seconds) {
  const double part = total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total);
  const std::string text = fmt::format("{} {:3.0f}%", label, std::floor(100 * part));
  if (done == 0 || seconds < 0.1) return text;
  return text + fmt::format("  {:.0f} s left", std::ceil(seconds * (1 - part) / part));
}

}  // namespace clout::cli
