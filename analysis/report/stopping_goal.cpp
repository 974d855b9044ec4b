#include "analysis/report/stopping_goal.hpp"

#include <algorithm>

#include "analysis/report/arm_values.hpp"
#include "analysis/stats/looks.hpp"
#include "analysis/stats/replicates_needed.hpp"

namespace clout::report {

namespace {

/// Values of the arms for which the figure is defined in every replicate.
struct Defined {
  std::vector<std::size_t> arms;
  std::vector<std::vector<double>> values;
};

Defined defined_arms(const StoppingGoal& goal, const Results& results) {
  Defined defined;
  for (std::size_t arm = 0; arm < results.study.arms.size(); ++arm) {
    std::vector<double> values = arm_values(results, arm, goal.figure);
    if (!known(values)) continue;
    defined.arms.push_back(arm);
    defined.values.push_back(std::move(values));
  }
  return defined;
}

GoalLook look_for_winner(const StoppingGoal& goal, Defined defined, std::size_t looks) {
  GoalLook result;
  result.possible = defined.arms.size() > 1 && goal.figure.better != Better::neither;
  if (!result.possible) return result;
  for (std::vector<double>& values : defined.values) {
    for (double& value : values) value *= sign_of(goal.figure);
  }
  const std::vector<std::span<const double>> arms(defined.values.begin(), defined.values.end());
  const auto best = stats::winner(arms, stats::error_of_look(0.05, looks));
  if (best) result.winner = defined.arms[*best];
  result.reached = best.has_value();
  // Looks for a winner are planned beforehand: what is needed does not hurry them.
  result.needed = stats::most_replicates;
  return result;
}

GoalLook look_at_values(const StoppingGoal& goal, const Defined& defined, double error_rate) {
  GoalLook result;
  result.possible = !defined.arms.empty();
  result.reached = result.possible;
  for (std::size_t n = 0; n < defined.arms.size(); ++n) {
    const stats::Look look = stats::look(defined.values[n], goal.wanted, error_rate);
    result.arms.push_back({defined.arms[n], look.mean, look.half_width, look.enough});
    result.reached = result.reached && look.enough;
    result.needed = std::max(result.needed, look.needed);
  }
  return result;
}

/// To the first arm of the study; empty where it has no value.
Defined differences_of(const Defined& defined) {
  Defined differences;
  if (defined.arms.empty() || defined.arms.front() != 0) return differences;
  for (std::size_t n = 1; n < defined.arms.size(); ++n) {
    std::vector<double> values = defined.values[n];
    for (std::size_t r = 0; r < values.size(); ++r) values[r] -= defined.values.front()[r];
    differences.arms.push_back(defined.arms[n]);
    differences.values.push_back(std::move(values));
  }
  return differences;
}

}  // namespace

GoalLook look_at(const StoppingGoal& goal, const Results& results, std::size_t looks) {
  Defined defined = defined_arms(goal, results);
  if (goal.kind == StoppingGoal::Kind::winner)
    return look_for_winner(goal, std::move(defined), looks);
  if (goal.kind == StoppingGoal::Kind::arms) return look_at_values(goal, defined, 0.05);
  const std::size_t others = std::max<std::size_t>(1, results.study.arms.size() - 1);
  return look_at_values(goal, differences_of(defined), 0.05 / static_cast<double>(others));
}

}  // namespace clout::report
