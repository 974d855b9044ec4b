// Reads one outcome file. Only sources of sim/store include this.
#pragma once

#include <string>
#include <vector>

#include "sim/store/hdf5_array.hpp"
#include "sim/store/outcome_slabs.hpp"

namespace clout::store {

/// Every call throws InputError, with file and variable, if the file cannot be what it says.
class OutcomeInput {
 public:
  /// Checks the seal, then the schema, then reads what is the same for all replicates.
  explicit OutcomeInput(const CheckedFile& checked);

  const std::string& path() const noexcept { return path_; }
  const StudyRecord& study() const noexcept { return study_; }
  const std::vector<random::Replicate>& replicates() const noexcept { return replicates_; }
  /// Rows of group events that the replicate at the position has.
  std::size_t events(std::size_t position) const;
  Slabs slabs(std::size_t position) const;

 private:
  [[noreturn]] void refuse(const std::string& key, const std::string& problem) const;
  void read_axes();
  void read_study();
  void read_replicates();
  Slab read(const outcome_layout::Variable& variable, const Shape& all,
            const hdf5::Block& block) const;
  std::vector<std::string> names(outcome_layout::Axis axis) const;

  std::string path_;
  hdf5::Handle file_;
  StudyRecord study_;
  std::vector<random::Replicate> replicates_;
  std::vector<std::size_t> first_event_;  ///< of each replicate, and one more: all there are
};

}  // namespace clout::store
