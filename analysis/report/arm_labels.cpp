#include "analysis/report/arm_labels.hpp"

#include <map>

namespace clout::report {

namespace {

/// The first study that shares its luck with this one.
std::size_t family_of(std::span<const Results> studies, std::size_t study) {
  for (std::size_t other = 0; other < study; ++other) {
    if (share_luck(studies[other], studies[study])) return other;
  }
  return study;
}

ComparedArm compared_arm(const Results& results, std::size_t arm) {
  ComparedArm made;
  made.label = results.study.arms[arm].name;
  made.note = results.study.arms[arm].note;
  made.arm = arm;
  const auto replicates = static_cast<double>(results.totals.size());
  for (const std::vector<Totals>& replicate : results.totals) {
    const Totals& totals = replicate[arm];
    made.spent_usd += totals.spent_usd / replicates;
    made.left_over_usd += totals.left_over_usd / replicates;
    for (std::size_t tier = 0; tier < market::tiers; ++tier)
      made.hired[tier] += static_cast<double>(totals.hired[tier]) / replicates;
  }
  return made;
}

}  // namespace

std::vector<ComparedArm> compared_arms(std::span<const Results> studies) {
  std::vector<ComparedArm> arms;
  std::map<std::string, int> uses;
  for (std::size_t study = 0; study < studies.size(); ++study) {
    for (std::size_t arm = 0; arm < studies[study].study.arms.size(); ++arm) {
      arms.push_back(compared_arm(studies[study], arm));
      arms.back().study = study;
      arms.back().family = family_of(studies, study);
      ++uses[arms.back().label];
    }
  }
  for (ComparedArm& arm : arms) {
    if (uses[arm.label] > 1) arm.label = studies[arm.study].label + ":" + arm.label;
  }
  return arms;
}

}  // namespace clout::report
