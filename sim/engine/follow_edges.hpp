// One way to the state of a follow edge, whether it stood at the start or came later; and the one
// place where trust changes, so that a consumer's sums and a tier's totals always follow.
#pragma once

#include <algorithm>
#include <optional>

#include "sim/engine/post.hpp"
#include "sim/engine/tally.hpp"
#include "sim/engine/world.hpp"
#include "sim/market/relatability.hpp"

namespace clout::engine {

/// The state of one follow edge.
struct FollowEdge {
  market::Units* trust;
  market::FollowEdgeState* state;
};

inline FollowEdge follow_edge(World& world, EdgeNumber edge) noexcept {
  if (edge >= new_edge) {
    NewFollow& follow = world.new_follows.edges[edge - new_edge];
    return {&follow.trust, &follow.state};
  }
  return {&world.trust[edge], &world.edge[edge]};
}

/// The edge by which a consumer follows or has followed an author; none if it never did.
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

/// What an edge to an influencer needs for its sums. offer 0 and no influencer for other authors.
struct EdgeOwner {
  std::int64_t offer = 0;
  bool influencer = false;
  market::Tier tier{};
};

/// Sets the trust of an edge: 0 leaves it, anything else on a left one brings it to life. Keeps the
/// consumer's attention sums and the tier's totals in step.
inline void set_trust(const World& world, market::Units& trust, market::Units value,
                      const EdgeOwner& owner, market::ConsumerState& consumer,
                      DayTally& tally) noexcept {
  const market::AttentionTable& table = world.rates.attention;
  const auto weight = [&](market::Units t) { return std::int64_t{table.weight(t)}; };
  const int living = static_cast<int>(value != 0) - static_cast<int>(trust != 0);
  consumer.offered += living * owner.offer;
  consumer.weighted += owner.offer * (weight(value) - weight(trust));
  if (owner.influencer) {
    TierTally& of_tier = tally.tier[market::index(owner.tier)];
    of_tier.trust_change += std::int64_t{value} - std::int64_t{trust};
    of_tier.living_change += living;
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
