#include "analysis/report/sweep_summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/report/figure_named.hpp"
#include "analysis/report/sweep_text.hpp"
#include "analysis/stats/win_probability.hpp"

namespace clout::report {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool defined(const std::vector<double>& values) {
  return std::none_of(values.begin(), values.end(), [](double each) { return std::isnan(each); });
}

/// Sets chances and the best among the arms for which the figure is defined.
void add_winner(const std::vector<std::vector<double>>& values, double sign, PointSummary& point) {
  double most = -std::numeric_limits<double>::infinity();
  std::vector<std::size_t> members;
  std::vector<std::vector<double>> turned;
  for (std::size_t arm = 0; arm < values.size(); ++arm) {
    if (!defined(values[arm])) continue;
    members.push_back(arm);
    turned.push_back(values[arm]);
    for (double& value : turned.back()) value *= sign;
    const double mean = sign * point.arms[arm].mean;
    point.tied = mean == most || (point.tied && mean < most);
    if (mean > most) point.best = arm;
    most = std::max(most, mean);
  }
  if (point.tied) point.best.reset();
  if (members.size() < 2) return;
  std::vector<stats::Contestant> contestants;
  for (const auto& each : turned) contestants.push_back({each, 0});
  const auto chances = stats::win_probabilities(contestants);
  for (std::size_t n = 0; n < members.size(); ++n)
    point.chance[members[n]] = chances[n].mean_is_best;
}

}  // namespace

std::vector<double> replicates_of(const store::SweepRecord& sweep, const store::SweepFigure& figure,
                                  std::size_t point, std::size_t arm) {
  const auto begin =
      figure.values.begin() + static_cast<std::ptrdiff_t>(sweep.index(point, arm, 0));
  return {begin, begin + static_cast<std::ptrdiff_t>(sweep.replicates.size())};
}

SweepSummary summarize(const store::SweepRecord& sweep, const std::string& by) {
  SweepSummary summary;
  summary.figure = figure_named(by.empty() ? sweep.judged_by : by);
  const auto same = [&](const auto& each) { return each.name == summary.figure.name; };
  const auto at = std::find_if(sweep.figures.begin(), sweep.figures.end(), same);
  const double sign = summary.figure.better == Better::less ? -1 : 1;
  for (std::size_t point = 0; at != sweep.figures.end() && point < sweep.points(); ++point) {
    PointSummary made;
    std::vector<std::vector<double>> values;
    for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
      values.push_back(replicates_of(sweep, *at, point, arm));
      made.arms.push_back(stats::mean_interval(values.back()));
    }
    made.chance.assign(values.size(), unknown);
    add_winner(values, sign, made);
    summary.points.push_back(std::move(made));
  }
  summary.said = sweep_text(sweep, summary);
  summary.text = summary.said.all();
  return summary;
}

}  // namespace clout::report
