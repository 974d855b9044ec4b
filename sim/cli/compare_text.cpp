// What the table and the document say alike.
#include <algorithm>
#include <cmath>
#include <vector>

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

std::string pairing_text(const report::Comparison& comparison) {
  const report::ComparedFigure& figure = comparison.figures[comparison.judged_by];
  std::vector<std::size_t> paired;
  for (std::size_t arm = 0; arm < figure.arms.size(); ++arm) {
    if (std::isfinite(figure.arms[arm].pairing_gain.value)) paired.push_back(arm);
  }
  if (paired.empty()) return {};
  const auto gain = [&](std::size_t arm) { return figure.arms[arm].pairing_gain.value; };
  const auto [least, most] =
      std::minmax_element(paired.begin(), paired.end(),
                          [&](std::size_t a, std::size_t b) { return gain(a) < gain(b); });
  const auto told = [&](std::size_t arm) {
    const stats::Estimate& each = figure.arms[arm].pairing_gain;
    std::string text = report::number_text(each.value, "1", 2);
    if (std::isfinite(each.low))
      text += fmt::format(" (95%: {} to {})", report::number_text(each.low, "1", 2),
                          report::number_text(each.high, "1", 2));
    return text;
  };
  const std::string head = "Pairing (common random numbers) saves a factor of ";
  const std::string& name = figure.figure.name;
  if (paired.size() == 1) return head + fmt::format("{} of replicates in {}.", told(*least), name);
  return head + fmt::format("replicates in {}: {} for {}, up to {} for {}.", name, told(*least),
                            comparison.arms[*least].label, told(*most),
                            comparison.arms[*most].label);
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
