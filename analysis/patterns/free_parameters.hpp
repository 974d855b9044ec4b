// What calibration may turn: settings that no source fixes, and how far.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace clout::patterns {

/// A number of a scenario with the range in which calibration looks for it.
struct FreeParameter {
  std::string_view key;  ///< as a scenario file has it: "market.trust.loss_rate"
  double low;
  double high;
  bool logarithmic;  ///< whether equal factors are equally likely, instead of equal differences
  double start;  ///< of a set that is near every band, found by hand: the search knows it beside
                 ///< its draws
};

/// All of them. Ranges lie in those a scenario allows; they are those of sweeps, or wider where the
/// level of a pattern needs it.
std::span<const FreeParameter> free_parameters();

/// A setting that calibration does not search but sets otherwise than the defaults.
struct GivenSetting {
  std::string_view key;
  double value;
  std::string_view why;
};
std::span<const GivenSetting> given_settings();

/// The scenario with these settings.
scenario::Scenario with_given(const scenario::Scenario& study);

/// Values of the parameters in a scenario, in their order.
std::vector<double> values_of(const scenario::Scenario& study,
                              std::span<const FreeParameter> parameters);

/// The scenario with such values instead, one for each parameter, in range.
scenario::Scenario with_values(const scenario::Scenario& study,
                               std::span<const FreeParameter> parameters,
                               std::span<const double> values);

}  // namespace clout::patterns
