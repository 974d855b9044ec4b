// Campaigns before their first day: who is hired, and when each posts.
#pragma once

#include "sim/engine/world.hpp"

namespace clout::engine {

/// Packs the rosters of the arm's campaigns and plans their posts: fills world.campaigns and
/// world.planned. Traits and influencers must be there. Throws InputError if a campaign's brand
/// does not exist.
void start_campaigns(World& world, const RunSpec& run);

}  // namespace clout::engine
