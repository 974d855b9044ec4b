#include "sim/cli/study_arms.hpp"

#include <utility>

namespace clout::cli {

std::vector<engine::Arm> arms_of(const scenario::Scenario& study) {
  std::vector<engine::Arm> arms;
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
    scenario::ResolvedArm resolved = scenario::resolve_arm(study, arm);
    arms.push_back({std::move(resolved.name), resolved.platform, resolved.market,
                    std::move(resolved.brands), std::move(resolved.campaigns)});
  }
  return arms;
}

}  // namespace clout::cli
