// What the table and the document say alike.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/compare_output.hpp"

namespace clout::cli {

bool is_shown(const report::Comparison& comparison, const report::ComparedFigure& figure,
              bool all) {
  const bool defined =
      std::any_of(figure.arms.begin(), figure.arms.end(),
                  [](const report::ArmFigure& arm) { return !std::isnan(arm.value.mean); });
  return defined &&
         (all || figure.figure.brief || &figure == &comparison.figures[comparison.judged_by]);
}

std::string hired_text(const report::ComparedArm& arm) {
  std::string text;
  for (std::size_t tier = market::tiers; tier-- > 0;) {
    if (arm.hired[tier] <= 0) continue;
    text += fmt::format("{}{:.4g} {}", text.empty() ? "" : ", ", arm.hired[tier],
                        choice_names<market::Tier>[tier]);
  }
  return text.empty() ? "nobody" : text;
}

std::string heading_text(const report::StudyHeading& heading) {
  const store::StudyRecord& study = heading.study;
  const double people = static_cast<double>(study.accounts) * study.people_per_agent;
  return fmt::format("{} replicate{} of {} days, seed {}; {} people", heading.replicates,
                     heading.replicates == 1 ? "" : "s", study.days, study.seed,
                     report::number_text(people, "people"));
}

}  // namespace clout::cli
