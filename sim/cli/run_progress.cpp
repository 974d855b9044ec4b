#include "sim/cli/run_progress.hpp"

#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/cli/notice.hpp"

namespace clout::cli {

namespace {

double share(const engine::EnsembleProgress& progress) {
  return progress.days_total == 0
             ? 1.0
             : static_cast<double>(progress.days_done) / static_cast<double>(progress.days_total);
}

/// By the pace so far.
double seconds_left(const engine::EnsembleProgress& progress, double seconds) {
  const double done = share(progress);
  return done <= 0 ? 0 : seconds * (1 - done) / done;
}

}  // namespace

RunProgress::RunProgress(const std::string& form)
    : line_(form == "line" || (form == "auto" && isatty(STDERR_FILENO) == 1)),
      json_(form == "json"),
      start_(std::chrono::steady_clock::now()),
      shown_(start_ - std::chrono::seconds(1)) {}

void RunProgress::show(const engine::EnsembleProgress& progress) {
  if (!line_ && !json_) return;
  const auto now = std::chrono::steady_clock::now();
  const bool last = progress.days_done == progress.days_total;
  if (!last && now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  if (json_) {
    print_notice(run_progress_json(progress, seconds) + "\n");
  } else {
    print_notice("\r\033[K" + run_progress_text(progress, seconds));
  }
  std::fflush(stderr);
}

void RunProgress::clear() {
  if (line_) print_notice("\r\033[K");
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

std::string run_progress_text(const engine::EnsembleProgress& progress, double seconds) {
  const std::size_t replicates = progress.markets_total / progress.arms;
  const std::size_t replicate = std::min(progress.markets_done / progress.arms + 1, replicates);
  return fmt::format("running  {:.0f}%  replicate {} of {}  day {} of {} in all arms  {} left",
                     std::floor(100 * share(progress)), replicate, replicates, progress.days_done,
                     progress.days_total, duration_text(seconds_left(progress, seconds)));
}

std::string run_progress_json(const engine::EnsembleProgress& progress, double seconds) {
  return fmt::format(
      R"({{"days_done":{},"days_total":{},"markets_done":{},"markets_total":{},"replicates_done":{},"replicates_total":{},"seconds_left":{:.1f}}})",
      progress.days_done, progress.days_total, progress.markets_done, progress.markets_total,
      progress.markets_done / progress.arms, progress.markets_total / progress.arms,
      seconds_left(progress, seconds));
}

}  // namespace clout::cli
