// Random scenarios for tests of what holds for any settings.
#pragma once

#include <cstdint>

#include "sim/engine/arm.hpp"

namespace clout::tests {

/// busy_arm() with settings drawn from the sweep ranges of the parameter tables; the same for the
/// same number.
engine::Arm random_arm(std::uint32_t scenario);

}  // namespace clout::tests
