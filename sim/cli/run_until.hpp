// Replicates until a goal is reached.
#pragma once

#include <span>
#include <stop_token>

#include "sim/cli/run_progress.hpp"
#include "sim/cli/stopping_text.hpp"
#include "sim/engine/arm.hpp"
#include "sim/engine/run_spec.hpp"
#include "sim/graph/network.hpp"
#include "sim/store/outcome_writer.hpp"

namespace clout::cli {

/// What is run, ready to run; begin() of the writer was called with `most` replicates planned.
struct UntilStudy {
  const graph::Network& network;
  std::span<const engine::Arm> arms;
  const engine::RunSpec& run;
  const store::StudyRecord& record;
  engine::LiveMarkets live_markets;
};

/// Runs batches of replicates, in their order, and looks at the goal after each: first at the
/// pilot, then as stats::next_look says. Which replicates are looked at depends on their outcomes
/// alone, so that a run that was cut off goes on to the same number; what the writer has already is
/// not run again, and counts even where fewer would have been enough. stopped: goal, pilot and most
/// of it are given. Returns false if it was interrupted.
bool run_until(const UntilStudy& study, StoppedRun& stopped, store::OutcomeWriter& writer,
               RunProgress& progress, const std::stop_token& stop);

}  // namespace clout::cli
