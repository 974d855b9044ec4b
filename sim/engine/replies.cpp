// Phase 5: influencers answer as many comments as they can; small accounts all, large ones hardly
// any.
#include <algorithm>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/trust.hpp"

namespace clout::engine {

namespace {

/// Raises the trust of the edge in arms that have it in common.
void answer(const Siblings& siblings, const Comment& comment, ArmSet arms, const FollowEdge& edge,
            SiblingTally& tally) {
  const World& world = siblings.shared();
  const Influencer& author = world.influencers[comment.influencer];
  const market::Rates& rates = world.rates;
  const float R =
      relatability_of(rates, world.traits[index(comment.consumer)].interests(),
                      world.traits[index(author.account)].interests(), author.author.appeal);
  const float ceiling = market::ceiling_after(rates.ceiling, rates.ceiling_kept, edge.state->scars);
  const float trust =
      market::after_gain(market::from_units(*edge.trust), rates.reply_gain, R, ceiling);
  set_trust(siblings, arms, *edge.trust, market::trust_units(trust),
            {author.offer, true, author.tier}, comment.consumer, tally);
  tally.count(arms, [&](DayTally& day) { ++day.tier[market::index(author.tier)].replies; });
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

/// Whether an influencer answers one more comment in an arm.
bool can_answer(World& world, InfluencerIndex influencer, market::Day day) {
  Influencer& author = world.influencers[influencer];
  if (author.credited != day) save_up(world, author, day);
  if (author.reply_credit < 1) return false;
  author.reply_credit -= 1;
  return true;
}

/// Comments of consumers that still follow, in the order in which they are answered. Those on an
/// advertisement, which each arm judges by itself, become one again.
std::vector<Comment> comments_of(const Siblings& siblings, const DayBuffers& buffers) {
  std::vector<Comment> comments;
  for (const BlockDay& block : buffers.blocks) {
    for (Comment comment : block.comments) {
      comment.arms = following(siblings, comment.arms, comment.edge);
      if (comment.arms != 0) comments.push_back(comment);
    }
  }
  std::sort(comments.begin(), comments.end());
  auto end = comments.begin();  // of those that are one
  for (const Comment& comment : comments) {
    if (end != comments.begin() && end[-1].slot == comment.slot && end[-1].edge == comment.edge) {
      end[-1].arms |= comment.arms;
    } else {
      *end++ = comment;
    }
  }
  comments.erase(end, comments.end());
  return comments;
}

}  // namespace

void reply(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  if (!siblings.shared().arm->market.mechanism.reply) return;
  for (const Comment& comment : comments_of(siblings, buffers)) {
    ArmSet answered = 0;
    for_each_arm(comment.arms, [&](std::size_t arm) {
      if (can_answer(siblings.arms[arm], comment.influencer, day)) answered |= only(arm);
    });
    if (answered == 0) continue;
    for_each_state(siblings, answered, comment.edge, [&](ArmSet arms, const FollowEdge& edge) {
      answer(siblings, comment, arms, edge, buffers.tally);
    });
  }
}

}  // namespace clout::engine
