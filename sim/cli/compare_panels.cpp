#include "sim/cli/compare_panels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "analysis/report/beyond_idle.hpp"
#include "analysis/report/figure_words.hpp"

namespace clout::cli {

namespace {

using report::ComparedFigure;
using report::Comparison;
using stats::MeanInterval;

bool shows_something(const std::vector<MeanInterval>& arms) {
  return std::any_of(arms.begin(), arms.end(),
                     [](const MeanInterval& each) { return std::isfinite(each.mean); });
}

/// A return without an interval says nothing and is not told, here as in the table.
std::vector<MeanInterval> values_of(const ComparedFigure& figure) {
  std::vector<MeanInterval> values;
  for (const report::ArmFigure& arm : figure.arms) {
    values.push_back(arm.value);
    if (figure.figure.name == "roi" && std::isnan(arm.value.low))
      values.back().mean = std::numeric_limits<double>::quiet_NaN();
  }
  return values;
}

ComparePanel panel_of(const ComparedFigure& figure, bool outcome) {
  const report::Figure& about = figure.figure;
  const report::FigureWords words = report::figure_words(about.name);
  return {outcome,
          words.title,
          words.explanation.empty() ? axis_unit(about.unit) : words.explanation,
          about.definition,
          about.unit,
          values_of(figure)};
}

/// Each arm less the idle one of its study, replicate by replicate; none if one has no such
/// arm, or the figure is not defined for it.
std::optional<std::vector<MeanInterval>> beyond_idle(const Comparison& comparison,
                                                     const ComparedFigure& figure) {
  std::vector<MeanInterval> differences;
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
    const auto difference = report::beyond_idle(comparison, figure, arm);
    if (!difference) return std::nullopt;
    differences.push_back(*difference);
  }
  return differences;
}

/// As the table gives them; 0 for the reference itself.
std::vector<MeanInterval> beyond_reference(const Comparison& comparison,
                                           const ComparedFigure& figure) {
  std::vector<MeanInterval> differences;
  for (const report::ArmFigure& arm : figure.arms) differences.push_back(arm.difference);
  if (shows_something(differences))
    differences[comparison.reference] = {0, 0, 0, figure.arms[comparison.reference].value.count};
  return differences;
}

/// The figure that the verdict is about. What sells anyway would hide what the arms do, so it is
/// taken off, unless the figure has done so.
ComparePanel headline(const Comparison& comparison) {
  const ComparedFigure& figure = comparison.figures[comparison.judged_by];
  ComparePanel panel = panel_of(figure, true);
  if (figure.figure.may_be_negative) return panel;
  const std::string unit = axis_unit(figure.figure.unit);
  if (auto differences = beyond_idle(comparison, figure)) {
    panel.arms = std::move(*differences);
    panel.explanation = unit + ", more than without a campaign";
    return panel;
  }
  auto differences = beyond_reference(comparison, figure);
  if (!shows_something(differences)) return panel;
  panel.arms = std::move(differences);
  panel.explanation =
      fmt::format("{}, more than {}", unit, comparison.arms[comparison.reference].label);
  if (comparison.comparisons() > 1)
    panel.explanation += fmt::format("; 95% for all {} together", comparison.comparisons());
  return panel;
}

/// The first so many figures of the list that any arm has and that are not the headline's.
void add_panels(const Comparison& comparison, std::initializer_list<const char*> names,
                std::size_t count, bool outcome, std::vector<ComparePanel>& panels) {
  for (const char* const name : names) {
    for (const ComparedFigure& figure : comparison.figures) {
      if (count == 0 || figure.figure.name != name) continue;
      if (&figure == &comparison.figures[comparison.judged_by]) continue;
      ComparePanel panel = panel_of(figure, outcome);
      if (!shows_something(panel.arms)) continue;
      panels.push_back(std::move(panel));
      --count;
    }
  }
}

}  // namespace

std::string axis_unit(const std::string& unit) {
  if (unit == "share") return "%";
  if (unit == "USD") return "US dollars";
  return unit == "1" ? "a pure number" : unit;
}

std::vector<ComparePanel> compare_panels(const Comparison& comparison) {
  std::vector<ComparePanel> panels{headline(comparison)};
  add_panels(comparison, {"roi", "cost_per_thousand"}, 1, true, panels);
  add_panels(comparison, {"reached", "engagement_rate", "frequency"}, 2, false, panels);
  return panels;
}

}  // namespace clout::cli
