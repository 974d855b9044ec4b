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
  const FollowEdge edge = follow_edge(world, comment.edge);
  const market::Rates& rates = world.rates;
  const float R =
      relatability_of(rates, world.traits[index(comment.consumer)].interests(),
                      world.traits[index(author.account)].interests(), author.author.appeal);
  const float ceiling = market::ceiling_after(rates.ceiling, rates.ceiling_kept, edge.state->scars);
  const float trust =
      market::after_gain(market::from_units(*edge.trust), rates.reply_gain, R, ceiling);
  set_trust(world, *edge.trust, market::trust_units(trust), {author.offer, true, author.tier},
            world.consumer[index(comment.consumer)], tally);
  ++tally.tier[market::index(author.tier)].replies;
}

/// What an influencer can answer by today, in comments of agents. An agent stands for many people,
/// each with a comment of their own, so a day's capacity may be a fraction of one: what is not used
/// is saved up, to a day's worth or one comment.
void save_up(const World& world, Influencer& author, market::Day day) {
  const double daily = world.arm->market.reply.replies_per_day / world.network->people_per_agent;
  const double saved = author.reply_credit + daily * (day - author.credited);
  author.reply_credit = std::min(std::max(1.0, daily), saved);
  author.credited = day;
}

}  // namespace

void reply(World& world, market::Day day, DayBuffers& buffers) {
  if (!world.arm->market.mechanism.reply) return;
  std::vector<Comment> comments;
  for (const BlockDay& block : buffers.blocks) {
    for (const Comment& comment : block.comments) {
      if (*follow_edge(world, comment.edge).trust != 0) comments.push_back(comment);
    }
  }
  std::sort(comments.begin(), comments.end());
  for (std::size_t n = 0; n < comments.size(); ++n) {
    Influencer& author = world.influencers[comments[n].influencer];
    if (author.credited != day) save_up(world, author, day);
    if (author.reply_credit < 1) continue;
    author.reply_credit -= 1;
    answer(world, comments[n], buffers.tally);
  }
}

}  // namespace clout::engine
