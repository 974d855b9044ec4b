#include "analysis/sensitivity/outcome.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "analysis/report/figure_words.hpp"
#include "analysis/report/sweep_summary.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/base/nearest_name.hpp"

namespace clout::sensitivity {

namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& problem,
                         const std::string& expected, const std::string& suggestion = "") {
  Diagnostic diagnostic;
  diagnostic.place.key = option;
  diagnostic.problem = problem;
  diagnostic.expected = expected;
  diagnostic.suggestion = suggestion;
  throw InputError(diagnostic);
}

std::size_t arm_named(const store::SweepRecord& sweep, const std::string& name,
                      const std::string& option) {
  std::vector<std::string> names;
  for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
    if (sweep.study.arms[arm].name == name) return arm;
    names.push_back(sweep.study.arms[arm].name);
  }
  const auto near = nearest_name(name, names);
  refuse(option, "there is no arm '" + name + "'",
         "one of " + fmt::format("{}", fmt::join(names, ", ")),
         near ? "did you mean '" + *near + "'?" : "");
}

const store::SweepFigure& figure_in(const store::SweepRecord& sweep, const report::Figure& figure) {
  const auto at = std::find_if(sweep.figures.begin(), sweep.figures.end(),
                               [&](const auto& each) { return each.name == figure.name; });
  if (at == sweep.figures.end())
    refuse("--figure", "the file does not have '" + figure.name + "'",
           "a figure that clout of its time knew");
  return *at;
}

/// Arms by their mean at the study's own settings, best first; without those that have none.
std::vector<std::size_t> best_arms(const store::SweepRecord& sweep, const report::Figure& figure) {
  const store::SweepFigure& values = figure_in(sweep, figure);
  const double sign = figure.better == report::Better::less ? -1 : 1;
  std::vector<std::size_t> order;
  std::vector<double> means;
  for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
    means.push_back(sign * stats::moments(report::replicates_of(sweep, values, 0, arm)).mean);
    if (!std::isnan(means.back())) order.push_back(arm);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return means[a] > means[b]; });
  if (order.empty())
    refuse("--figure", "'" + figure.name + "' is not defined for any arm", "another figure");
  return order;
}

void choose_arms(const store::SweepRecord& sweep, const OutcomeChoice& choice, Outcome& outcome) {
  if (!choice.arm.empty()) {
    outcome.arm = arm_named(sweep, choice.arm, "--arm");
    if (!choice.less.empty()) outcome.less = arm_named(sweep, choice.less, "--less");
    return;
  }
  const auto order = best_arms(sweep, outcome.figure);
  outcome.arm = order[0];
  if (order.size() > 1) outcome.less = order[1];
}

}  // namespace

std::vector<double> Outcome::at(std::size_t point) const {
  const auto begin = values.begin() + static_cast<std::ptrdiff_t>(point * replicates);
  return {begin, begin + static_cast<std::ptrdiff_t>(replicates)};
}

double Outcome::mean(std::size_t point) const { return stats::moments(at(point)).mean; }

void require_arms(const store::SweepRecord& sweep, const OutcomeChoice& choice) {
  if (choice.arm.empty() && !choice.less.empty())
    refuse("--less", "less than what?", "--arm beside it");
  if (!choice.arm.empty()) arm_named(sweep, choice.arm, "--arm");
  if (!choice.less.empty()) arm_named(sweep, choice.less, "--less");
  if (!choice.less.empty() && choice.less == choice.arm)
    refuse("--less", "is the arm itself", "another arm");
}

Outcome outcome_of(const store::SweepRecord& sweep, const OutcomeChoice& choice) {
  require_arms(sweep, choice);
  Outcome outcome;
  outcome.figure =
      report::figure_named(choice.figure.empty() ? sweep.judged_by : choice.figure, "--figure");
  const store::SweepFigure& figure = figure_in(sweep, outcome.figure);
  choose_arms(sweep, choice, outcome);
  const auto name = [&](std::size_t arm) { return sweep.study.arms[arm].name; };
  const std::string what = report::figure_phrase(figure.name);
  outcome.text = outcome.less
                     ? fmt::format("{}, {} less {}", what, name(outcome.arm), name(*outcome.less))
                     : fmt::format("{} of {}", what, name(outcome.arm));
  outcome.replicates = sweep.replicates.size();
  std::size_t undefined = 0;
  for (std::size_t point = 0; point < sweep.points(); ++point) {
    for (std::size_t n = 0; n < outcome.replicates; ++n) {
      double value = figure.values[sweep.index(point, outcome.arm, n)];
      if (outcome.less) value -= figure.values[sweep.index(point, *outcome.less, n)];
      if (std::isnan(value)) ++undefined;
      outcome.values.push_back(value);
    }
  }
  if (undefined > 0)
    refuse("--figure",
           fmt::format("{} is not defined in {} of {} replicates over all points", outcome.text,
                       undefined, outcome.values.size()),
           "another figure, or other arms with --arm and --less");
  return outcome;
}

}  // namespace clout::sensitivity
