// A platform's profile in a scenario: the defaults it gives to settings that are not stated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/findings.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

/// Sets what platform.profile is about, but for settings stated at the profile's own level or an
/// inner one. levels: what places call the files and the options, the innermost first.
void apply_profile(Scenario& scenario, const Places& places,
                   const std::vector<std::string_view>& levels);

/// Adds what the arm's profile is about and the arm does not set itself; nothing for an arm that
/// sets no profile. So an arm's settings say by themselves what the arm is.
void complete_profile(engine::ArmSpec& arm);

}  // namespace clout::scenario
