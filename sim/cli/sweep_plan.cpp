#include "sim/cli/sweep_plan.hpp"

#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::cli {

namespace {

/// The values of one setting at all points, in the type that the file has for it.
store::SweptValues swept_values(const std::vector<design::SweepPoint>& points, std::size_t n) {
  const ParameterValue& first = points.front()[n].value;
  if (std::holds_alternative<std::string>(first)) {
    std::vector<std::string> words;
    for (const auto& point : points) words.push_back(std::get<std::string>(point[n].value));
    return words;
  }
  if (std::holds_alternative<bool>(first)) {
    std::vector<std::int32_t> switches;
    for (const auto& point : points) switches.push_back(std::get<bool>(point[n].value) ? 1 : 0);
    return switches;
  }
  std::vector<double> numbers;
  for (const auto& point : points) {
    const auto* const whole = std::get_if<std::int64_t>(&point[n].value);
    numbers.push_back(whole != nullptr ? static_cast<double>(*whole)
                                       : std::get<double>(point[n].value));
  }
  return numbers;
}

std::vector<store::SweptSetting> swept_settings(scenario::Scenario study,
                                                const std::vector<design::SweepPoint>& points) {
  const scenario::Layout layout = layout_of(study);
  scenario::Findings findings;
  std::vector<store::SweptSetting> settings;
  for (std::size_t n = 0; n < points.front().size(); ++n) {
    const std::string& key = points.front()[n].key;
    const ParameterInfo info = locate(layout, key, {}, findings)->field.info;
    settings.push_back(
        {key, std::string(info.unit), std::string(info.doc), swept_values(points, n)});
  }
  return settings;
}

void require_sweep(const std::string& path, const scenario::Scenario& study) {
  if (!study.sweep.parameters.empty()) return;
  throw InputError(Diagnostic{{path, 0, 0, "sweep"},
                              "the study has no sweep",
                              "a table [sweep] and a [[sweep.parameter]] for each setting that "
                              "varies",
                              "clout scenario --explain sweep tells more"});
}

}  // namespace

SweepPlan plan_of_points(const std::string& path, scenario::Scenario study,
                         std::vector<design::SweepPoint> points, const std::string& design,
                         const std::string& by) {
  SweepPlan plan{std::move(study), {}, {}};
  store::SweepRecord& record = plan.record;
  record.study = sweep_record(path, plan.study, arms_of(plan.study));
  record.design = design;
  record.judged_by = by.empty() ? report::main_figure(record.study) : by;
  for (const report::Figure& figure : report::all_figures())
    record.figures.push_back({figure.name, figure.unit, figure.definition, {}});
  for (std::int64_t n = 0; n < plan.study.run.replicates; ++n)
    record.replicates.push_back(static_cast<random::Replicate>(n));
  set_points(plan, std::move(points));
  return plan;
}

SweepPlan sweep_plan(const std::string& path, scenario::Scenario study, const std::string& by) {
  require_sweep(path, study);
  std::vector<design::SweepPoint> points = design::sweep_points(study);
  const std::string design(
      choice_names<scenario::SweepDesign>[static_cast<std::size_t>(study.sweep.design)]);
  return plan_of_points(path, std::move(study), std::move(points), design,
                        by.empty() ? by : report::figure_named(by).name);
}

void set_points(SweepPlan& plan, std::vector<design::SweepPoint> points) {
  plan.points = std::move(points);
  // Before anything is simulated: a sweep of hours must not end at its last point.
  for (std::size_t point = 0; point < plan.points.size(); ++point) study_at(plan, point);
  plan.record.settings = swept_settings(plan.study, plan.points);
}

scenario::Scenario study_at(const SweepPlan& plan, std::size_t point) {
  return with_values(plan.study, plan.points[point], fmt::format(" at point {}", point));
}

}  // namespace clout::cli
