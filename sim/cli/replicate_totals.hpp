// The totals of replicates as they are finished, for whoever decides by them what runs next.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "analysis/report/results.hpp"

namespace clout::cli {

class ReplicateTotals {
 public:
  explicit ReplicateTotals(store::StudyRecord study) : study_(std::move(study)) {}

  /// Outcomes by (replicate, arm), as an ensemble reports them; a replicate that lacks an arm is
  /// dropped.
  void add(const engine::Outcome& outcome);

  /// All arms of these are there, ascending.
  std::vector<random::Replicate> replicates() const;

  /// The first so many replicates, all of which must be there.
  report::Results first(std::size_t replicates) const;

 private:
  store::StudyRecord study_;
  std::map<random::Replicate, std::vector<report::Totals>> complete_;
  random::Replicate current_{};
  std::vector<report::Totals> arms_;  ///< so far of the replicate that is being reported
};

}  // namespace clout::cli
