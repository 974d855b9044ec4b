#include "analysis/report/results.hpp"

#include "sim/base/contracts.hpp"

namespace clout::report {

void add_replicate(Results& results, std::span<const engine::Outcome> outcomes) {
  CLOUT_EXPECT(outcomes.size() == results.study.arms.size());
  std::vector<Totals> totals;
  for (std::size_t arm = 0; arm < outcomes.size(); ++arm) {
    CLOUT_EXPECT(outcomes[arm].arm == arm && outcomes[arm].replicate == outcomes[0].replicate);
    totals.push_back(totals_of(results.study, outcomes[arm]));
  }
  results.replicates.push_back(outcomes[0].replicate);
  results.totals.push_back(std::move(totals));
}

Results read_results(const std::string& path, const std::string& label) {
  const store::OutcomeReader reader(path);
  Results results{label, reader.study(), {}, {}};
  for (std::size_t position = 0; position < reader.replicates().size(); ++position)
    add_replicate(results, reader.replicate(position));
  return results;
}

std::optional<std::size_t> idle_arm(const store::StudyRecord& study, std::size_t arm) {
  const std::int64_t idle = study.arms[arm].idle;
  if (idle < 0) return std::nullopt;
  return static_cast<std::size_t>(idle);
}

}  // namespace clout::report
