#include "sim/cli/replicate_totals.hpp"

#include "sim/base/contracts.hpp"

namespace clout::cli {

void ReplicateTotals::add(const engine::Outcome& outcome) {
  if (outcome.replicate != current_) arms_.clear();
  current_ = outcome.replicate;
  if (outcome.arm != arms_.size()) return;  // an arm before it was not finished
  arms_.push_back(report::totals_of(study_, outcome));
  if (arms_.size() < study_.arms.size()) return;
  complete_[current_] = std::move(arms_);
  arms_.clear();
}

std::vector<random::Replicate> ReplicateTotals::replicates() const {
  std::vector<random::Replicate> numbers;
  for (const auto& [number, totals] : complete_) numbers.push_back(number);
  return numbers;
}

report::Results ReplicateTotals::first(std::size_t replicates) const {
  report::Results results{"", study_, {}, {}};
  for (const auto& [number, totals] : complete_) {
    if (results.replicates.size() == replicates) break;
    CLOUT_EXPECT(static_cast<std::size_t>(number) == results.replicates.size());
    results.replicates.push_back(number);
    results.totals.push_back(totals);
  }
  CLOUT_EXPECT(results.replicates.size() == replicates);
  return results;
}

}  // namespace clout::cli
