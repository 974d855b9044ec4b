// Followers of an influencer as possible viewers of a post: how likely each sees it, and in what
// state. Sums over these are what posts bring on average over all that the draws of a day decide,
// so that figures of rare events need no rare events.
#pragma once

#include <vector>

#include "sim/engine/post.hpp"
#include "sim/engine/world.hpp"

namespace clout::patterns {

/// A living follow edge on the morning of a day.
struct View {
  AccountId follower{};
  double chance = 0;   ///< to be online today and shown one post of the author, 0..1
  float trust = 0;     ///< rested as of today, (0, 1)
  float baseline = 0;  ///< of trust, (0, 1)
  float ceiling = 0;   ///< of trust
  float load = 0;      ///< endorsements in memory, decayed as of today
  float R = 0;         ///< relatability
  float days = 1;      ///< since the last post seen, at least 1
};

/// What the engine would start from if the follower saw a post today. trust above 0.
View view_of(const engine::World& world, const engine::Influencer& author, AccountId follower,
             market::Units trust, const market::FollowEdgeState& state, market::Day day);

/// Calls each(view) for every account that follows the influencer, those that came later included.
template <typename Each>
void for_each_view(const engine::World& world, engine::InfluencerIndex influencer, market::Day day,
                   Each each) {
  const engine::Influencer& author = world.influencers[influencer];
  std::size_t edge = index(world.network->graph.row_begin(author.account));
  for (const AccountId follower : world.network->graph.followers(author.account)) {
    if (world.trust[edge] != 0)
      each(view_of(world, author, follower, world.trust[edge], world.edge[edge], day));
    ++edge;
  }
  const auto& later = world.new_follows;
  for (const engine::NewFollower& listed : later.of[influencer]) {
    const engine::NewFollow& follow = later.edges[listed.at];
    if (follow.trust != 0)
      each(view_of(world, author, follow.follower, follow.trust, follow.state, day));
  }
}

/// One sponsored post of a campaign (position in world.campaigns) by every influencer on this day,
/// as the engine would plan it: element n is the one of influencer n. The world stays as it is.
std::vector<engine::Post> planned_posts(const engine::World& world, std::size_t campaign,
                                        market::Day day);

/// What a follower makes of a sponsored post that it sees and knows for one.
struct Judgement {
  float load = 0;        ///< this post included
  float K = 0;           ///< suspicion, 0..1
  float trust = 0;       ///< after the post
  float persuasion = 1;  ///< psi, what suspicion and distrust leave
};
Judgement judge(const engine::World& world, const engine::Post& post, const View& view,
                market::Day day);

}  // namespace clout::patterns
