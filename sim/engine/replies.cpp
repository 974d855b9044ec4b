// Phase 5: influencers answer as many comments as they can; small accounts all, large ones hardly
// any.
#include <algorithm>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/trust.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

void answer(World& world, const Comment& comment, DayTally& tally) {
  const Influencer& author = world.influencers[comment.influencer];
  const FollowEdge edge = follow_edge(world, author.account, comment.edge);
  const market::Rates& rates = world.rates;
  const float R = relatability_of(rates, world.traits[index(comment.consumer)],
                                  world.traits[index(author.account)], author.author.appeal);
  const float ceiling = market::ceiling_after(rates.ceiling, rates.ceiling_kept, edge.state->scars);
  const float trust =
      market::after_gain(market::from_units(*edge.trust), rates.reply_gain, R, ceiling);
  set_trust(world, *edge.trust, market::trust_units(trust), {author.offer, true, author.tier},
            world.consumer[index(comment.consumer)], tally);
  ++tally.tier[market::index(author.tier)].replies;
}

/// Comments of agents that an influencer can answer today. An agent stands for many people, each
/// with a comment of their own; the fraction of a comment that is left becomes a chance.
std::int64_t capacity(const World& world, InfluencerIndex number, market::Day day) {
  constexpr std::uint32_t no_slot = 0xFFFFFFFF;
  const auto bits = draw_block(world.draws.of(random::Purpose::reply),
                               index(world.influencers[number].account), day, no_slot);
  return static_cast<std::int64_t>(world.arm->market.reply.replies_per_day /
                                       world.network->people_per_agent +
                                   random::unit_double(bits[0]));
}

}  // namespace

void reply(World& world, market::Day day, DayBuffers& buffers) {
  if (!world.arm->market.mechanism.reply) return;
  std::vector<Comment> comments;
  for (const BlockDay& block : buffers.blocks) {
    for (const Comment& comment : block.comments) {
      const AccountId author = world.influencers[comment.influencer].account;
      if (*follow_edge(world, author, comment.edge).trust != 0) comments.push_back(comment);
    }
  }
  std::sort(comments.begin(), comments.end());
  std::int64_t answers = 0;
  for (std::size_t n = 0; n < comments.size(); ++n) {
    if (n == 0 || comments[n].influencer != comments[n - 1].influencer)
      answers = capacity(world, comments[n].influencer, day);
    if (answers-- > 0) answer(world, comments[n], buffers.tally);
  }
}

}  // namespace clout::engine
