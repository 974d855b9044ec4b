#include "analysis/report/beyond_idle.hpp"

#include <cmath>

namespace clout::report {

std::optional<std::size_t> idle_beside(const Comparison& comparison, std::size_t arm) {
  const std::size_t study = comparison.arms[arm].study;
  const auto idle = idle_arm(comparison.studies[study].study, comparison.arms[arm].arm);
  for (std::size_t other = 0; other < comparison.arms.size(); ++other) {
    if (comparison.arms[other].study == study && comparison.arms[other].arm == idle) return other;
  }
  return std::nullopt;
}

std::vector<double> values_beyond_idle(const Comparison& comparison, const ComparedFigure& figure,
                                       std::size_t arm) {
  const auto idle = idle_beside(comparison, arm);
  if (!idle) return {};
  std::vector<double> values = figure.values[arm];
  for (std::size_t r = 0; r < values.size(); ++r) values[r] -= figure.values[*idle][r];
  return values;
}

std::optional<stats::MeanInterval> beyond_idle(const Comparison& comparison,
                                               const ComparedFigure& figure, std::size_t arm) {
  const auto idle = idle_beside(comparison, arm);
  if (!idle || std::isnan(figure.arms[*idle].value.mean)) return std::nullopt;
  return stats::interval(stats::paired_difference(figure.values[arm], figure.values[*idle]));
}

}  // namespace clout::report
