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

/// How many markets may be in memory at once.
struct LiveMarkets {
  double markets = 0;  ///< that there is room for; 0: as many as the work is done best with
  double sibling = 1;  ///< what an arm that runs beside others takes, of a whole market
};

/// What run_ensemble() has in memory at most.
struct MarketsInMemory {
  std::size_t jobs = 1;  ///< at once
  std::size_t arms = 1;  ///< side by side in each

  bool operator==(const MarketsInMemory&) const = default;
};

/// On the threads of the calling scope.
MarketsInMemory markets_in_memory(std::span<const Arm> arms, std::int64_t replicates,
                                  const LiveMarkets& live);

/// Runs arms x replicates, on as many threads as the calling scope has: each runs the arms of one
/// history in a replicate, and threads that are left over help within. Arms that differ in
/// campaigns only run side by side, as far as live allows it; that changes no bit. Finished markets
/// are reported also if stop is requested; those under way are dropped. done: replicates that are
/// left out, ascending. Returns whether all others were run.
bool run_ensemble(const graph::Network& network, std::span<const Arm> arms, const RunSpec& run,
                  const LiveMarkets& live, const Recorder& recorder, std::stop_token stop = {},
                  std::span<const random::Replicate> done = {});

}  // namespace clout::engine
