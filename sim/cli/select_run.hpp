// Replicates for the arms that may still be the best, until one is left.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/report/figures.hpp"
#include "analysis/stats/selection_kn.hpp"
#include "sim/cli/run_progress.hpp"
#include "sim/engine/arm.hpp"
#include "sim/engine/run_spec.hpp"
#include "sim/graph/network.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// By arm: the figure's value in replicates 0, 1, 2, ... as far as the arm was run.
using ArmValues = std::vector<std::vector<double>>;

struct SelectStudy {
  const graph::Network& network;
  std::span<const engine::Arm> arms;
  const engine::RunSpec& run;
  const store::StudyRecord& record;
  const report::Figure& figure;
  engine::LiveMarkets live_markets;
};

struct SelectResult {
  std::vector<std::size_t> contestants;  ///< arms for which the figure is defined
  std::vector<std::size_t> surviving;    ///< those of them that may still be the best
  bool complete = false;                 ///< false: it was interrupted
  bool decided() const noexcept { return complete && surviving.size() == 1; }
};

/// Runs the pilot for all arms, then batches for the surviving arms and the arms without campaigns
/// that they are measured against, up to `most` replicates; the procedure is stats::select_kn. Arms
/// share their random numbers. values: what is there already, to which new ones are added; saved is
/// called after each batch, also after one that was interrupted. Which replicates are run depends
/// on the values alone. Throws InputError if the figure is not defined for two arms, or lacks a
/// value in some replicate only.
SelectResult run_selection(const SelectStudy& study, const stats::Promise& promise,
                           std::size_t most, ArmValues& values, RunProgress& progress,
                           const std::stop_token& stop, const std::function<void()>& saved);

}  // namespace clout::cli
