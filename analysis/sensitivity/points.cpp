#include "analysis/sensitivity/points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/contracts.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::sensitivity {

namespace {

using design::Points;
using design::SweepPoint;
using scenario::SweepParameter;

/// The study's own values of its sweep's parameters.
SweepPoint own_point(const scenario::Scenario& study) {
  scenario::Scenario copy = study;
  const scenario::Layout layout = layout_of(copy);
  scenario::Findings findings;
  SweepPoint point;
  for (const SweepParameter& each : study.sweep.parameters) {
    const auto located = locate(layout, each.name, {}, findings);
    CLOUT_EXPECT(located.has_value());
    point.push_back({each.name, located->field.get()});
  }
  return point;
}

/// What one at a time tries of a parameter: its values, or the ends of its range.
std::vector<ParameterValue> tried(const SweepParameter& parameter, const ParameterValue& own) {
  std::vector<ParameterValue> values = parameter.values;
  if (values.empty()) {
    for (const double end : {parameter.low, parameter.high}) {
      if (std::holds_alternative<std::int64_t>(own)) {
        values.emplace_back(static_cast<std::int64_t>(std::llround(end)));
      } else {
        values.emplace_back(end);
      }
    }
  }
  std::erase(values, own);
  return values;
}

std::vector<SweepPoint> one_at_a_time(const scenario::Scenario& study) {
  const SweepPoint own = own_point(study);
  std::vector<SweepPoint> points;
  for (std::size_t n = 0; n < own.size(); ++n) {
    for (ParameterValue& value : tried(study.sweep.parameters[n], own[n].value)) {
      points.push_back(own);
      points.back()[n].value = std::move(value);
    }
  }
  return points;
}

random::Seed seed_of(const scenario::Scenario& study) {
  return random::Seed{static_cast<std::uint64_t>(study.run.seed)};
}

Points spread_points(Method method, const scenario::Scenario& study, const Sizes& sizes) {
  const std::size_t dimensions = study.sweep.parameters.size();
  // Morris chooses among candidates; a fixed number of them keeps the first trajectories.
  constexpr std::size_t candidates = 200;
  switch (method) {
    case Method::morris:
      return design::morris(seed_of(study), dimensions, sizes.trajectories,
                            std::max(candidates, sizes.trajectories));
    case Method::sobol:
      return design::saltelli(seed_of(study), dimensions, sizes.rows);
    case Method::pawn:
      return design::sobol(seed_of(study), dimensions, sizes.pawn_points);
    case Method::variance_split:
      return design::sobol(seed_of(study), dimensions, sizes.split_points);
    case Method::own_settings:
    case Method::one_at_a_time:
      break;
  }
  return {};
}

/// Each point on graphs of its own, by seeds that no other point of the study has: with graphs in
/// common their variance would not be nested in the points.
std::vector<SweepPoint> with_graphs(const std::vector<SweepPoint>& points, std::int64_t seed,
                                    std::size_t graphs) {
  std::vector<SweepPoint> made;
  for (const SweepPoint& point : points) {
    for (std::size_t graph = 0; graph < graphs; ++graph) {
      made.push_back(point);
      made.back().push_back({"run.seed", ++seed});
    }
  }
  return made;
}

std::vector<SweepPoint> points_for(Method method, const scenario::Scenario& study,
                                   const Sizes& sizes) {
  if (method == Method::own_settings) return {own_point(study)};
  if (method == Method::one_at_a_time) return one_at_a_time(study);
  auto points = settings_at(spread_points(method, study, sizes), design::varied_settings(study));
  if (method != Method::variance_split) return points;
  return with_graphs(points, study.run.seed, sizes.split_graphs);
}

double number_at(const store::SweptSetting& setting, std::size_t point) {
  if (const auto* switches = std::get_if<std::vector<std::int32_t>>(&setting.values))
    return (*switches)[point];
  return std::get<std::vector<double>>(setting.values)[point];
}

bool same_value(const store::SweptSetting& setting, std::size_t point,
                const ParameterValue& value) {
  if (const auto* words = std::get_if<std::vector<std::string>>(&setting.values)) {
    const auto* word = std::get_if<std::string>(&value);
    return word != nullptr && *word == (*words)[point];
  }
  const double number = number_at(setting, point);
  if (const auto* real = std::get_if<double>(&value)) return *real == number;
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    return static_cast<double>(*whole) == number;
  const auto* truth = std::get_if<bool>(&value);
  return truth != nullptr && *truth == (number != 0);
}

double coordinate(const SweepParameter& parameter, const store::SweptSetting& setting,
                  std::size_t point) {
  constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
  const auto& values = parameter.values;
  if (!values.empty()) {
    const auto at = std::find_if(values.begin(), values.end(), [&](const ParameterValue& each) {
      return same_value(setting, point, each);
    });
    if (at == values.end()) return nowhere;
    return static_cast<double>(at - values.begin()) / static_cast<double>(values.size() - 1);
  }
  const double value = number_at(setting, point);
  if (parameter.scale == scenario::SweepScale::linear)
    return (value - parameter.low) / (parameter.high - parameter.low);
  return value > 0 ? std::log(value / parameter.low) / std::log(parameter.high / parameter.low)
                   : nowhere;
}

}  // namespace

std::size_t points_of(Method method, const scenario::Scenario& study, const Sizes& sizes) {
  const std::size_t dimensions = study.sweep.parameters.size();
  switch (method) {
    case Method::own_settings:
      return 1;
    case Method::one_at_a_time:
      return one_at_a_time(study).size();
    case Method::morris:
      return sizes.trajectories * (dimensions + 1);
    case Method::sobol:
      return sizes.rows * design::saltelli_row(dimensions);
    case Method::pawn:
      return sizes.pawn_points;
    case Method::variance_split:
      return sizes.split_points * sizes.split_graphs;
  }
  return 0;
}

Design design_of(const scenario::Scenario& study, std::span<const Method> methods,
                 const Sizes& sizes) {
  std::vector<Method> all{Method::own_settings};
  all.insert(all.end(), methods.begin(), methods.end());
  Design made;
  for (const Method method : all) {
    std::vector<SweepPoint> points = points_for(method, study, sizes);
    const bool split = method == Method::variance_split;
    made.blocks.push_back({method, points.size(), split ? sizes.split_graphs : 1});
    made.points.insert(made.points.end(), points.begin(), points.end());
  }
  if (!find_block(made.blocks, Method::variance_split)) return made;
  for (SweepPoint& point : made.points) {
    if (point.back().key != "run.seed") point.push_back({"run.seed", study.run.seed});
  }
  return made;
}

Points coordinates_of(const scenario::Scenario& study, const store::SweepRecord& sweep) {
  const auto& parameters = study.sweep.parameters;
  CLOUT_EXPECT(parameters.size() <= sweep.settings.size());
  Points points(sweep.points());
  for (std::size_t point = 0; point < points.size(); ++point) {
    for (std::size_t n = 0; n < parameters.size(); ++n)
      points[point].push_back(coordinate(parameters[n], sweep.settings[n], point));
  }
  return points;
}

}  // namespace clout::sensitivity
