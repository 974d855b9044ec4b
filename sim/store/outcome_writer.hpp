// Where a running study puts its outcomes: each finished replicate into a shard of its own, by a
// thread that does nothing else, and at the end all shards into one file.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "sim/graph/network.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::store {

/// Whether what an earlier run of the same study left is used.
enum class Start { anew, resume };

class OutcomeWriter {
 public:
  /// Throws InputError, before anything is simulated, if the output cannot be written, another
  /// process writes it, or start is anew and shards of an unfinished run are there.
  OutcomeWriter(std::string path, Start start);
  /// Replicates that were handed over are still written.
  ~OutcomeWriter();
  OutcomeWriter(const OutcomeWriter&) = delete;
  OutcomeWriter& operator=(const OutcomeWriter&) = delete;

  /// Looks at what is there, to resume, and gets ready for outcomes. Throws InputError if a file
  /// there is damaged, belongs to another study, or has replicates beyond those planned.
  void begin(const StudyRecord& study);

  /// Replicates that need not be run, ascending.
  const std::vector<random::Replicate>& finished() const noexcept;

  /// Outcomes of all arms of each of them, replicate by replicate. Only before the first add().
  /// Throws InputError if a file there is damaged.
  void for_each_finished(const std::function<void(std::span<const engine::Outcome>)>& take) const;

  /// One call at a time, by (replicate, arm); a replicate that lacks an arm is dropped. Waits while
  /// more than a few replicates are not yet written.
  void add(engine::Outcome&& outcome);

  /// Asked to stop once the disk has refused a replicate.
  std::stop_token failed() const noexcept;

  /// Waits until all is written and makes the output of every finished replicate; if these are all
  /// that were planned, the shards go. Returns their number; without any, no output is made. graph:
  /// null if the file is not to hold it. as_run: the study with the replicates that were enough,
  /// where fewer were than begin() was told; null if that stands. Throws InputError if the disk
  /// refused; then the shards stay.
  std::size_t finish(const graph::FollowerGraph* graph, const StudyRecord* as_run = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace clout::store
