// The arms of a study as the engine runs them.
#pragma once

#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

std::vector<engine::Arm> arms_of(const scenario::Scenario& study);

}  // namespace clout::cli
