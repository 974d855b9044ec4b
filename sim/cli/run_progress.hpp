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

/// "running  43%  market 12 of 50  1 min 20 s left".
std::string run_progress_text(const engine::EnsembleProgress& progress, double seconds);

/// {"days_done":..,"days_total":..,"markets_done":..,"markets_total":..,"seconds_left":..}
std::string run_progress_json(const engine::EnsembleProgress& progress, double seconds);

}  // namespace clout::cli
