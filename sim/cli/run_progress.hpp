// Progress of an ensemble: a line on a terminal, JSON lines for machines, nothing in a pipe.
#pragma once

#include <chrono>
#include <string>

#include "sim/engine/ensemble.hpp"

namespace clout::cli {

class RunProgress {
 public:
  /// form: auto, line, json or none.
  explicit RunProgress(const std::string& form);

  /// At most ten times a second, and at the end. Calls must not overlap.
  void show(const engine::EnsembleProgress& progress);

  /// Wipes the line.
  void clear();

 private:
  bool line_;
  bool json_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point shown_;
};

/// "12 s", "3 min 5 s", "2 h 10 min".
std::string duration_text(double seconds);

/// "running  50%  replicate 2 of 2  day 50 of 100 in all arms  30 s left".
std::string run_progress_text(const engine::EnsembleProgress& progress, double seconds);

/// {"days_done":..,"days_total":..,"markets_done":.., and so on, "seconds_left":..}
std::string run_progress_json(const engine::EnsembleProgress& progress, double seconds);

}  // namespace clout::cli
