#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/verdict.hpp"

namespace clout::report {

namespace {

constexpr std::size_t few_replicates = 10;
constexpr double wide_return = 1;      // 100 points of return on spend
constexpr double unequal_spend = 1.1;  // largest over smallest spend

using Sentences = std::vector<std::string>;

/// "micro.h5: " where there are several studies.
std::string about(const Comparison& comparison, const StudyHeading& study) {
  return comparison.studies.size() > 1 ? study.label + ": " : std::string();
}

void on_replicates(const Comparison& comparison, Sentences& said) {
  for (const StudyHeading& each : comparison.studies) {
    const std::string whose = about(comparison, each);
    const auto planned = static_cast<std::size_t>(each.study.planned_replicates);
    if (each.replicates == 1) {
      said.push_back(whose + "One replicate: it has no intervals and shows no chance.");
    } else if (each.replicates < few_replicates) {
      said.push_back(
          fmt::format("{}Few replicates ({}): intervals rest on figures being close to normal.",
                      whose, each.replicates));
    }
    if (each.replicates < planned)
      said.push_back(fmt::format("{}Incomplete: {} of {} planned replicates.", whose,
                                 each.replicates, planned));
  }
}

void on_studies(const Comparison& comparison, Sentences& said) {
  const auto differs = [&](auto what) {
    return std::any_of(
        comparison.studies.begin(), comparison.studies.end(),
        [&](const StudyHeading& each) { return what(each) != what(comparison.studies.front()); });
  };
  const bool unpaired = std::any_of(
      comparison.arms.begin(), comparison.arms.end(),
      [&](const ComparedArm& arm) { return arm.family != comparison.arms.front().family; });
  if (unpaired)
    said.push_back(
        "The files differ in seed, days, graph or replicates: their arms are not paired, which "
        "makes "
        "intervals wide (Welch).");
  if (differs([](const StudyHeading& each) { return each.study.git_sha1; }))
    said.push_back("The files were made by different versions of the program.");
  if (differs([](const StudyHeading& each) { return each.study.days; }))
    said.push_back("The files run for different numbers of days, so that sums do not compare.");
}

/// Names of arms with campaigns that have no arm to be measured against.
std::string without_idle_arm(const store::StudyRecord& study) {
  std::string names;
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
    if (study.arms[arm].campaigns.empty() || idle_arm(study, arm)) continue;
    names += (names.empty() ? "" : ", ") + study.arms[arm].name;
  }
  return names;
}

void on_money(const Comparison& comparison, Sentences& said) {
  for (const StudyHeading& each : comparison.studies) {
    const std::string alone = without_idle_arm(each.study);
    if (!alone.empty())
      said.push_back(fmt::format(
          "{}No arm without campaigns in the same market as {}: what its campaigns add, and their "
          "return, is unknown.",
          about(comparison, each), alone));
  }
  double least = 0;
  double most = 0;
  for (const ComparedArm& arm : comparison.arms) {
    if (arm.spent_usd <= 0) continue;
    least = least == 0 ? arm.spent_usd : std::min(least, arm.spent_usd);
    most = std::max(most, arm.spent_usd);
  }
  if (most > unequal_spend * least)
    said.push_back(fmt::format("Arms do not spend the same: {} to {} USD.",
                               number_text(least, "USD"), number_text(most, "USD")));
  for (const ComparedFigure& each : comparison.figures) {
    if (each.figure.name != "roi") continue;
    const bool wide = std::any_of(each.arms.begin(), each.arms.end(), [](const ArmFigure& arm) {
      return arm.value.high - arm.value.low > wide_return;
    });
    if (wide) said.push_back("Return on spend is noisy: its interval is over 100 points wide.");
  }
}

}  // namespace

Sentences caveats(const Comparison& comparison) {
  Sentences said;
  on_replicates(comparison, said);
  on_studies(comparison, said);
  on_money(comparison, said);
  said.push_back(
      "Intervals and chances cover the luck of replicates on one graph, not what is assumed about "
      "the market.");
  return said;
}

}  // namespace clout::report
