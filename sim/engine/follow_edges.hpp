// One way to the state of a follow edge, whether it stood at the start or came later, whether arms
// share it or not; and the one place where trust changes, so that a consumer's sums and a tier's
// totals always follow.
#pragma once

#include <algorithm>
#include <optional>

#include "sim/engine/post.hpp"
#include "sim/engine/sibling_tally.hpp"
#include "sim/engine/siblings.hpp"
#include "sim/engine/world.hpp"
#include "sim/market/relatability.hpp"

namespace clout::engine {

/// The state of one follow edge.
struct FollowEdge {
  market::Units* trust;
  market::FollowEdgeState* state;
};

/// Of an arm by itself, or of all that share what the first has.
inline FollowEdge follow_edge(World& world, EdgeNumber edge) noexcept {
  if (edge >= new_edge) {
    NewFollow& follow = world.new_follows.edges[edge - new_edge];
    return {&follow.trust, &follow.state};
  }
  return {&world.trust[edge], &world.edge[edge]};
}

/// The edge by which a consumer follows or has followed an author, in some arm; none if it never
/// did. world: that which has what arms share.
inline std::optional<EdgeNumber> find_edge(const World& world, AccountId consumer,
                                           AccountId author) {
  const auto row = world.network->graph.followers(author);
  const auto at = std::lower_bound(row.begin(), row.end(), consumer);
  if (at != row.end() && *at == consumer)
    return index(world.network->graph.row_begin(author)) +
           static_cast<std::uint64_t>(at - row.begin());
  const auto found = world.new_follows.at.find(pair(consumer, author));
  if (found == world.new_follows.at.end()) return std::nullopt;
  return new_edge + found->second;
}

/// The place of the state that arms which have no own one have in common. apart: those that have.
inline ApartEdge& common_of(PartedEdge& states, ArmSet all, ArmSet apart) noexcept {
  return states.of[lowest(without(all, apart))];
}

/// The place of the state that an arm has.
inline ApartEdge& state_of(PartedEdge& states, ArmSet all, ArmSet apart, std::size_t arm) noexcept {
  return (apart & only(arm)) != 0 ? states.of[arm] : common_of(states, all, apart);
}

/// Of one arm, to be read.
inline ApartEdge edge_in(const Siblings& siblings, std::size_t arm, EdgeNumber edge) {
  const FollowEdge common = follow_edge(siblings.shared(), edge);
  const ArmSet apart = common.state->apart;
  if (apart == 0) return {*common.trust, *common.state};
  return state_of(siblings.apart->states(*common.state), siblings.all(), apart, arm);
}

/// Of these arms, those in which the consumer of the edge has not left the author.
inline ArmSet following(const Siblings& siblings, ArmSet arms, EdgeNumber edge) {
  const FollowEdge common = follow_edge(siblings.shared(), edge);
  const ArmSet apart = common.state->apart;
  if (apart == 0) return *common.trust != 0 ? arms : ArmSet{0};
  PartedEdge& states = siblings.apart->states(*common.state);
  ArmSet living = common_of(states, siblings.all(), apart).trust != 0 ? without(arms, apart) : 0;
  for_each_arm(arms & apart, [&](std::size_t arm) {
    if (states.of[arm].trust != 0) living |= only(arm);
  });
  return living;
}

/// Gives arms that so far shared the state of an edge with others one each of their own.
inline void part(const Siblings& siblings, ArmSet leaving, EdgeNumber edge) {
  const FollowEdge common = follow_edge(siblings.shared(), edge);
  const ArmSet apart = common.state->apart;
  PartedEdge& states = apart == 0 ? siblings.apart->add(edge, *common.trust, *common.state)
                                  : siblings.apart->states(*common.state);
  const ApartEdge state = common_of(states, siblings.all(), apart);
  for_each_arm(leaving, [&](std::size_t arm) { states.of[arm] = state; });
  common.state->apart = apart | leaving;
  common_of(states, siblings.all(), apart | leaving) = state;
}

/// Calls visit(arms, edge) for each state that some of these arms have of an edge and are about to
/// change, once for all that have it in common. Whoever shares it with others that do not change
/// it, or is fewer, is parted first. arms: not empty.
template <typename Visit>
void for_each_state(const Siblings& siblings, ArmSet arms, EdgeNumber edge, Visit visit) {
  const FollowEdge common = follow_edge(siblings.shared(), edge);
  if (siblings.apart == nullptr) return visit(arms, common);
  const ArmSet sharing = without(siblings.all(), common.state->apart);
  ArmSet together = arms & sharing;
  const ArmSet others = without(sharing, arms);
  if (together != 0 && others != 0) {
    const bool more = size(together) > size(others);
    part(siblings, more ? others : together, edge);
    if (!more) together = 0;
  }
  if (common.state->apart == 0) return visit(arms, common);
  PartedEdge& states = siblings.apart->states(*common.state);
  const auto visit_at = [&](ArmSet some) {
    ApartEdge& state = states.of[lowest(some)];
    visit(some, FollowEdge{&state.trust, &state.state});
  };
  if (together != 0) visit_at(together);
  for_each_arm(without(arms, together), [&](std::size_t arm) { visit_at(only(arm)); });
}

/// Adds to the sums of a consumer in these arms.
inline void add_to_sums(const Siblings& siblings, ArmSet arms, AccountId consumer,
                        std::int64_t offered, std::int64_t weighted) noexcept {
  const auto add = [&](market::AttentionSums& sums) {
    sums.offered += offered;
    sums.weighted += weighted;
  };
  market::AttentionSums& shared = siblings.shared().sums[index(consumer)];
  if (arms == siblings.all()) return add(shared);
  if (offered == 0 && weighted == 0) return;
  for_each_arm(arms, [&](std::size_t arm) { add(siblings.apart->sums_of(consumer)[arm]); });
  siblings.apart->settle(consumer, shared);
}

/// What an edge to an influencer needs for its sums. offer 0 and no influencer for other authors.
struct EdgeOwner {
  std::int64_t offer = 0;
  bool influencer = false;
  market::Tier tier{};
};

/// Sets the trust of an edge in arms that have its state in common: 0 leaves it, anything else on a
/// left one brings it to life. Keeps the consumer's attention sums and the tier's totals in step.
inline void set_trust(const Siblings& siblings, ArmSet arms, market::Units& trust,
                      market::Units value, const EdgeOwner& owner, AccountId consumer,
                      SiblingTally& tally) noexcept {
  const market::AttentionTable& table = siblings.shared().rates.attention;
  const auto weight = [&](market::Units t) { return std::int64_t{table.weight(t)}; };
  const int living = static_cast<int>(value != 0) - static_cast<int>(trust != 0);
  const std::int64_t offered = living * owner.offer;
  const std::int64_t weighted = owner.offer * (weight(value) - weight(trust));
  add_to_sums(siblings, arms, consumer, offered, weighted);
  if (owner.influencer) {
    tally.count(arms, [&](DayTally& day) {
      TierTally& of_tier = day.tier[market::index(owner.tier)];
      of_tier.trust_change += std::int64_t{value} - std::int64_t{trust};
      of_tier.living_change += living;
    });
  }
  trust = value;
}

/// R of a consumer and an author: similarity x appeal, or neutral if the mechanism is off.
inline float relatability_of(const market::Rates& rates, const market::Interests& consumer,
                             const market::Interests& author, float appeal) noexcept {
  if (!rates.relatability) return rates.neutral_relatability;
  return market::relatability(rates.similarity(consumer, author), appeal);
}

}  // namespace clout::engine
