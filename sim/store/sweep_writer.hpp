// Where a running sweep puts its points: each finished one into a shard of its own, and at the end
// all of them into one file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/store/outcome_writer.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::store {

/// Whether a design is whole when its first points are run, or gets more by what they show.
enum class DesignIs { whole, growing };

class SweepWriter {
 public:
  /// Throws InputError, before anything is simulated, if the output cannot be written, another
  /// process writes it, or start is anew and shards of an unfinished sweep are there.
  SweepWriter(std::string path, Start start);
  ~SweepWriter();
  SweepWriter(const SweepWriter&) = delete;
  SweepWriter& operator=(const SweepWriter&) = delete;

  /// Takes the design and gets ready for figures, whose values need not be there yet. To resume,
  /// looks for what is known of its points: in shards, and in the output of an earlier sweep, which
  /// may have had fewer points or replicates. Throws InputError if a file there is damaged, belongs
  /// to another study, or the output has points or replicates that the design has not (points: not
  /// before finish of a growing design).
  void begin(SweepRecord plan, DesignIs design = DesignIs::whole);

  /// Takes a growing design with more points in place of the one so far, of which all is known.
  void extend(SweepRecord plan);

  /// Replicates of the point that need not be run, ascending.
  std::vector<random::Replicate> finished(std::size_t point) const;
  /// Whether all replicates of all points are known.
  bool complete() const;
  std::size_t points_finished() const;

  /// A replicate's figures: by (arm, figure). Kept in memory until the point is written.
  void add(std::size_t point, random::Replicate replicate,
           const std::vector<std::vector<double>>& figures);

  /// Writes what is known of the point as a shard, safe on the disk when this returns. Throws
  /// InputError if the disk refuses.
  void write_point(std::size_t point);

  /// Makes the output; the shards go. All must be known. Throws InputError if the disk refuses, or
  /// an output that was to be resumed was grown further; then the shards stay.
  void finish();

  const SweepRecord& sweep() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace clout::store
