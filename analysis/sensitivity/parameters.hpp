// Settings to vary that no [sweep] names: by their keys, or all that no source fixes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace clout::sensitivity {

/// From this ratio of its ends on a range is walked by equal ratios.
inline constexpr double log_from_ratio = 10;

/// Each over its row's sweep range; switches and choices over all their values. Throws InputError,
/// which names the option --parameters, if a key is none or its setting has no range.
std::vector<scenario::SweepParameter> named_parameters(const scenario::Scenario& study,
                                                       std::span<const std::string> keys);

struct AssumedParameters {
  std::vector<scenario::SweepParameter> parameters;
  std::vector<std::string> contradicting;  ///< keys left out: an end contradicts the study
};

/// All numbers of market, platform, brands and campaigns that are assumed or calibrated, have a
/// sweep range, and are not set by every arm itself. May be none.
AssumedParameters assumed_parameters(const scenario::Scenario& study);

/// Throws InputError if a parameter has one value only or one twice, or there is no parameter:
/// nothing can be said of it.
void require_variation(std::span<const scenario::SweepParameter> parameters);

}  // namespace clout::sensitivity
