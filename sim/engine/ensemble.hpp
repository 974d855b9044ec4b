// All arms in all replicates, side by side.
#pragma once

#include <functional>
#include <span>
#include <stop_token>

#include "sim/engine/replicate.hpp"

namespace clout::engine {

/// Progress of an ensemble: days done of all markets together; a warm-up that arms share counts
/// once.
struct EnsembleProgress {
  std::int64_t days_done = 0;
  std::int64_t days_total = 0;
  std::size_t markets_done = 0;
  std::size_t markets_total = 0;
  std::size_t arms = 1;  ///< markets of one replicate
};

/// What an ensemble reports. Calls come one at a time, from any thread; either may be empty.
struct Recorder {
  std::function<void(Outcome&&)> finished;  ///< in the order of (replicate, arm)
  std::function<void(const EnsembleProgress&)> progress;
};

/// Markets that run_ensemble() has in memory at most, beside each other, on the threads of the
/// calling scope.
std::size_t markets_in_memory(std::span<const Arm> arms, std::int64_t replicates,
                              std::size_t live_markets);

/// Runs arms x replicates, at most live_markets in memory at once (0: two for each thread); threads
/// that are left over help within the markets. Arms that differ in campaigns only share their
/// warm-up, if two markets for each thread and enough replicates allow it; that changes no bit.
/// Finished markets are reported also if stop is requested; those under way are dropped. done:
/// replicates that are left out, ascending. Returns whether all others were run.
bool run_ensemble(const graph::Network& network, std::span<const Arm> arms, const RunSpec& run,
                  std::size_t live_markets, const Recorder& recorder, std::stop_token stop = {},
                  std::span<const random::Replicate> done = {});

}  // namespace clout::engine
