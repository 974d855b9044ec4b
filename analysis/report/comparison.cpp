#include "analysis/report/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/report/arm_labels.hpp"
#include "analysis/report/arm_values.hpp"
#include "analysis/report/figure_named.hpp"
#include "analysis/stats/multiplicity.hpp"
#include "analysis/stats/pairing.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/base/nearest_name.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::report {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Position of the name, or an error that says what could have been meant.
std::size_t position_of(const std::string& name, const std::vector<std::string>& names,
                        const char* option, const char* what) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  Diagnostic problem;
  problem.place.key = option;
  problem.problem = std::string("there is no ") + what + " '" + name + "'";
  if (const auto near = nearest_name(name, names)) {
    problem.suggestion = "did you mean '" + *near + "'?";
  } else {
    for (const std::string& each : names)
      problem.expected += (problem.expected.empty() ? "one of " : ", ") + each;
  }
  throw InputError(problem);
}

stats::Difference difference(const Comparison& comparison, const ComparedFigure& figure,
                             std::size_t arm, std::size_t other) {
  const auto& a = figure.values[arm];
  const auto& b = figure.values[other];
  return comparison.arms[arm].family == comparison.arms[other].family
             ? stats::paired_difference(a, b)
             : stats::welch_difference(a, b);
}

/// Chances among the arms whose figure is defined.
void add_wins(const Comparison& comparison, ComparedFigure& figure) {
  std::vector<std::size_t> members;
  std::vector<std::vector<double>> turned;
  for (std::size_t arm = 0; arm < figure.values.size(); ++arm) {
    figure.arms[arm].win = {unknown, unknown};
    if (!known(figure.values[arm])) continue;
    members.push_back(arm);
    turned.push_back(figure.values[arm]);
    for (double& value : turned.back()) value *= sign_of(figure.figure);
  }
  if (members.size() < 2 || figure.figure.better == Better::neither) return;
  std::vector<stats::Contestant> contestants;
  for (std::size_t i = 0; i < members.size(); ++i)
    contestants.push_back({turned[i], comparison.arms[members[i]].family});
  const auto chances = stats::win_probabilities(contestants);
  for (std::size_t i = 0; i < members.size(); ++i) figure.arms[members[i]].win = chances[i];
}

void add_difference(const Comparison& comparison, const ComparedFigure& figure, std::size_t arm,
                    ArmFigure& made) {
  const std::size_t reference = comparison.reference;
  const auto& a = figure.values[arm];
  const auto& b = figure.values[reference];
  const stats::Difference apart = difference(comparison, figure, arm, reference);
  made.difference = stats::interval(apart, comparison.error_rate());
  // The same difference in two or three replicates is a coincidence as often as not.
  const bool coincidence =
      apart.error == 0 && apart.mean != 0 && apart.count < fewest_for_no_spread;
  if (!coincidence) made.p_value = stats::p_value(apart);
  made.effect = stats::effect_size(apart, stats::average_deviation(a, b));
  if (apart.design == stats::Design::paired) {
    made.paired_effect = stats::effect_size(apart, apart.spread);
    made.pairing_gain = stats::pairing_gain_interval(a, b);
  }
  if (figure.figure.better == Better::neither) return;
  const stats::Difference ahead = advantage(comparison, figure, arm, reference);
  made.beats_mean = stats::chance_above_zero(ahead);
  made.beats_further = stats::chance_further_above_zero(ahead);
}

/// Among the arms that have one.
void add_holm(ComparedFigure& figure) {
  std::vector<double> alone;
  for (const ArmFigure& arm : figure.arms) {
    if (!std::isnan(arm.p_value)) alone.push_back(arm.p_value);
  }
  const std::vector<double> together = stats::holm(alone);
  std::size_t next = 0;
  for (ArmFigure& arm : figure.arms) {
    if (!std::isnan(arm.p_value)) arm.p_holm = together[next++];
  }
}

ArmFigure describe(const Comparison& comparison, const ComparedFigure& figure, std::size_t arm) {
  const auto& values = figure.values[arm];
  ArmFigure made;
  made.value = stats::mean_interval(values);
  made.p10 = stats::quantile_interval(values, 0.1);
  made.median = stats::quantile_interval(values, 0.5);
  made.p90 = stats::quantile_interval(values, 0.9);
  const std::vector<double> zeros(values.size());
  made.below_zero = figure.figure.may_be_negative
                        ? stats::chance_further_above_zero(stats::paired_difference(zeros, values))
                        : unknown;
  made.difference = {unknown, unknown, unknown, values.size()};
  made.p_value = made.p_holm = unknown;
  made.effect = made.paired_effect = {unknown, unknown, unknown};
  made.pairing_gain = {unknown, unknown, unknown};
  made.beats_mean = made.beats_further = unknown;
  if (arm != comparison.reference) add_difference(comparison, figure, arm, made);
  return made;
}

std::vector<ComparedFigure> figures_of(std::span<const Results> studies,
                                       const Comparison& comparison) {
  std::vector<Figure> all = all_figures();
  std::vector<ComparedFigure> figures(all.size());
  parallel::for_each_block(all.size(), [&](std::size_t n) {
    ComparedFigure& figure = figures[n];
    figure.figure = std::move(all[n]);
    for (const ComparedArm& arm : comparison.arms)
      figure.values.push_back(arm_values(studies[arm.study], arm.arm, figure.figure));
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm)
      figure.arms.push_back(describe(comparison, figure, arm));
    add_holm(figure);
    add_wins(comparison, figure);
  });
  return figures;
}

}  // namespace

stats::Difference advantage(const Comparison& comparison, const ComparedFigure& figure,
                            std::size_t arm, std::size_t other) {
  return sign_of(figure.figure) < 0 ? difference(comparison, figure, other, arm)
                                    : difference(comparison, figure, arm, other);
}

bool share_luck(const Results& a, const Results& b) {
  return a.study.seed == b.study.seed && a.study.days == b.study.days &&
         a.study.warm_up_days == b.study.warm_up_days && a.study.accounts == b.study.accounts &&
         a.study.follows == b.study.follows &&
         a.study.people_per_agent == b.study.people_per_agent &&
         a.study.graph_origin == b.study.graph_origin && a.replicates == b.replicates;
}

Comparison compare(std::span<const Results> studies, const CompareOptions& options) {
  Comparison comparison;
  for (const Results& each : studies)
    comparison.studies.push_back({each.label, each.study, each.replicates.size()});
  comparison.arms = compared_arms(studies);
  std::vector<std::string> labels;
  for (const ComparedArm& arm : comparison.arms) labels.push_back(arm.label);
  if (!options.reference.empty())
    comparison.reference = position_of(options.reference, labels, "--reference", "arm");
  std::vector<std::string> names;
  for (const Figure& figure : all_figures()) names.push_back(figure.name);
  const std::string by = options.by.empty() ? main_figure(studies.front().study) : options.by;
  comparison.judged_by = position_of(by, names, "--by", "figure");
  comparison.figures = figures_of(studies, comparison);
  return comparison;
}

}  // namespace clout::report
