// Follow edges as they stand before the first day.
#pragma once

#include "sim/engine/world.hpp"
#include "sim/market/traits.hpp"

namespace clout::engine {

/// Sets the trust of every follow edge to its baseline, and adds up what the influencers that a
/// consumer follows offer it. Traits and influencers of the world must be there.
void start_follows(World& world, const market::TraitDraws& draws);

}  // namespace clout::engine
