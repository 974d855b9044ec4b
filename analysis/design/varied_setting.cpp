#include "analysis/design/varied_setting.hpp"

#include <cmath>

#include "sim/base/contracts.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::design {

namespace {

using scenario::FieldType;
using scenario::SweepParameter;
using scenario::SweepScale;

VariedSetting varied(const SweepParameter& parameter, FieldType type) {
  VariedSetting made{{parameter.name}, type == FieldType::whole_number};
  Dimension& dimension = made.dimension;
  if (!parameter.values.empty()) {
    dimension.scale = Scale::levels;
    dimension.levels = parameter.values;
    return made;
  }
  dimension.low = parameter.low;
  dimension.high = parameter.high;
  if (parameter.scale == SweepScale::log) {
    dimension.scale = Scale::log;
  } else if (made.whole) {
    dimension.scale = Scale::whole;
  }
  return made;
}

}  // namespace

std::vector<VariedSetting> varied_settings(const scenario::Scenario& study) {
  scenario::Scenario copy = study;
  const scenario::Layout layout = layout_of(copy);
  scenario::Findings findings;
  std::vector<VariedSetting> all;
  for (const SweepParameter& parameter : study.sweep.parameters) {
    const auto located = locate(layout, parameter.name, {}, findings);
    CLOUT_EXPECT(located.has_value());
    all.push_back(varied(parameter, located->field.type));
  }
  return all;
}

ParameterValue setting_value(const VariedSetting& each, double coordinate) {
  ParameterValue value = value_at(each.dimension, coordinate);
  const auto* const number = std::get_if<double>(&value);
  if (!each.whole || number == nullptr) return value;
  // A value on a log scale lies between whole numbers: the nearest one.
  return static_cast<std::int64_t>(std::llround(*number));
}

}  // namespace clout::design
