// Phase 5: influencers answer as many comments as they can; small accounts all, large ones hardly
// any.
#include <algorithm>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/trust.hpp"

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

}  // namespace

void reply(World& world, market::Day /*day*/, DayBuffers& buffers) {
  if (!world.arm->market.mechanism.reply) return;
  std::vector<Comment> comments;
  for (const BlockDay& block : buffers.blocks) {
    for (const Comment& comment : block.comments) {
      const AccountId author = world.influencers[comment.influencer].account;
      if (*follow_edge(world, author, comment.edge).trust != 0) comments.push_back(comment);
    }
  }
  std::sort(comments.begin(), comments.end());
  const auto capacity = static_cast<std::int64_t>(world.arm->market.reply.replies_per_day);
  std::int64_t answered = 0;
  for (std::size_t n = 0; n < comments.size(); ++n) {
    if (n == 0 || comments[n].influencer != comments[n - 1].influencer) answered = 0;
    if (answered++ < capacity) answer(world, comments[n], buffers.tally);
  }
}

}  // namespace clout::engine
