// A parameter of a study's sweep as a dimension of a design.
#pragma once

#include <vector>

#include "analysis/design/design.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::design {

struct VariedSetting {
  Dimension dimension;  ///< named by the setting's key
  bool whole = false;   ///< of a setting that takes whole numbers only
};

/// One for each parameter of study.sweep, in their order.
std::vector<VariedSetting> varied_settings(const scenario::Scenario& study);

/// The value at a coordinate in [0, 1], rounded where the setting takes whole numbers only.
ParameterValue setting_value(const VariedSetting& each, double coordinate);

}  // namespace clout::design
