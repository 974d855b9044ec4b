// Where a particle tries to go next.
#pragma once

#include <span>

#include "analysis/abc/evaluation.hpp"
#include "sim/random/keyed_engine.hpp"

namespace clout::abc {

/// The place reflected at 0 and 1 as often as it takes.
double reflected(double place);

/// from, moved along the difference of two random members of the population (2 or more) in a random
/// half, quarter or all of the coordinates, with a little noise so that every place can be reached.
/// As likely as the way back: symmetric.
Places proposal(const Places& from, std::span<const Places> population,
                random::KeyedEngine& engine);

}  // namespace clout::abc
