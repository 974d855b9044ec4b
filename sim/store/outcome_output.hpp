// Writes one outcome file, replicate by replicate. Only sources of sim/store include this.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/graph/network.hpp"
#include "sim/store/hdf5_array.hpp"
#include "sim/store/outcome_slabs.hpp"

namespace clout::store {

/// Throws hdf5::Failure if the disk is full. Equal calls give equal bytes.
class OutcomeOutput {
 public:
  /// Makes the file at the path with all its variables, empty. replicates: those to be added,
  /// ascending, at least one; events: rows of all of them together.
  OutcomeOutput(const std::string& path, const StudyRecord& study,
                std::span<const random::Replicate> replicates, std::size_t events);

  /// The next replicate.
  void add(const Slabs& slabs);
  void add_graph(const graph::FollowerGraph& graph);
  /// Closes what was written; all replicates must have been added.
  void close();

 private:
  void create_group(const char* name, const StudyRecord& study,
                    std::span<const random::Replicate> replicates);
  void write_study(const StudyRecord& study);
  hdf5::Block block_of(const outcome_layout::Variable& variable, std::size_t events) const;

  Shape shape_;
  hdf5::Handle file_;
  std::vector<hdf5::Handle> arrays_;  ///< of replicate_variables(); closed ones are left out
  std::size_t replicates_done_ = 0;
  std::size_t events_done_ = 0;
};

}  // namespace clout::store
