// Phase 6: leavers look for other accounts, so that audiences move. Targets are chosen side by side
// on the state of the evening, then taken one after another.
#include <algorithm>
#include <array>
#include <optional>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/trust.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

NichePopularity niche_popularity(const World& world) {
  const std::size_t niches = world.network->niches.niches();
  NichePopularity popularity{std::vector<std::vector<InfluencerIndex>>(niches),
                             std::vector<std::vector<std::uint64_t>>(niches)};
  for (InfluencerIndex number = 0; number < world.influencers.size(); ++number) {
    const AccountId account = world.influencers[number].account;
    const std::size_t niche = index(world.traits[index(account)].home);
    auto& sums = popularity.running_sums[niche];
    const std::uint64_t before = sums.empty() ? 0 : sums.back();
    popularity.members[niche].push_back(number);
    sums.push_back(before + world.network->graph.audience(account));
  }
  return popularity;
}

namespace {

/// Whom somebody follows instead, in each arm; no_influencer for nobody.
using Targets = std::array<InfluencerIndex, most_siblings>;

class Search {
 public:
  Search(const Siblings& siblings, market::Day day)
      : siblings_(siblings),
        world_(siblings.shared()),
        day_(day),
        key_(world_.draws.of(random::Purpose::refollow)) {}

  /// In the arms of the leaver: once for all, unless it follows a candidate in some of them only.
  Targets targets(const Leaver& leaver) const {
    Targets targets;
    if (const auto together = target(leaver, leaver.arms)) {
      targets.fill(*together);
    } else {
      for_each_arm(leaver.arms,
                   [&](std::size_t arm) { targets[arm] = *target(leaver, only(arm)); });
    }
    return targets;
  }

 private:
  enum class Valid : std::uint8_t { in_none, in_all, in_some };

  /// None if a candidate is valid in some of the arms only: never for one arm.
  std::optional<InfluencerIndex> target(const Leaver& leaver, ArmSet arms) const {
    const auto& spec = world_.arm->market.unfollow;
    const auto bits = draw(leaver, 0);
    if (!(random::unit_float(bits[0]) < static_cast<float>(spec.refollow_share)))
      return no_influencer;
    const bool bound = random::unit_float(bits[1]) < static_cast<float>(spec.friends_share) &&
                       world_.network->graph.audience(leaver.consumer) > 0;
    InfluencerIndex first = no_influencer;
    constexpr std::uint32_t attempts = 8;
    for (std::uint32_t attempt = 1; attempt <= attempts; ++attempt) {
      const auto attempt_bits = draw(leaver, attempt);
      const InfluencerIndex candidate = popular(leaver.consumer, attempt_bits);
      if (candidate == no_influencer) continue;
      const Valid is_valid = valid(leaver, arms, candidate);
      if (is_valid == Valid::in_some) return std::nullopt;
      if (is_valid == Valid::in_none) continue;
      if (!bound || friend_follows(leaver.consumer, candidate, attempt_bits[3])) return candidate;
      if (first == no_influencer) first = candidate;
    }
    return first;
  }

  random::Block draw(const Leaver& leaver, std::uint32_t attempt) const noexcept {
    return draw_block(key_, pair(leaver.consumer, leaver.left), day_, attempt);
  }

  InfluencerIndex popular(AccountId consumer, const random::Block& bits) const noexcept {
    const market::ConsumerTraits& traits = world_.traits[index(consumer)];
    const bool home = random::unit_float(bits[0]) <
                      static_cast<float>(traits.focus) * (1.0F / market::focus_units);
    const std::size_t niche = index(home ? traits.home : traits.second);
    const auto& sums = world_.popularity.running_sums[niche];
    if (sums.empty() || sums.back() == 0) return no_influencer;
    const std::uint64_t at = random::below(bits[1] | std::uint64_t{bits[2]} << 32, sums.back());
    const auto found = std::upper_bound(sums.begin(), sums.end(), at);
    return world_.popularity.members[niche][static_cast<std::size_t>(found - sums.begin())];
  }

  Valid valid(const Leaver& leaver, ArmSet arms, InfluencerIndex candidate) const {
    const AccountId account = world_.influencers[candidate].account;
    if (account == leaver.consumer || account == leaver.left) return Valid::in_none;
    const auto edge = find_edge(world_, leaver.consumer, account);
    const ArmSet followed = edge ? following(siblings_, arms, *edge) : ArmSet{0};
    if (followed == 0) return Valid::in_all;
    return followed == arms ? Valid::in_none : Valid::in_some;
  }

  bool friend_follows(AccountId consumer, InfluencerIndex candidate, std::uint32_t bits) const {
    const auto friends = world_.network->graph.followers(consumer);
    const AccountId friend_account =
        friends[random::below(bits, static_cast<std::uint32_t>(friends.size()))];
    const auto row = world_.network->graph.followers(world_.influencers[candidate].account);
    return std::binary_search(row.begin(), row.end(), friend_account);
  }

  const Siblings& siblings_;
  const World& world_;
  market::Day day_;
  random::StreamKey key_;
};

EdgeNumber append_follow(World& world, AccountId follower, InfluencerIndex target) {
  NewFollows& follows = world.new_follows;
  const auto at = static_cast<std::uint32_t>(follows.edges.size());
  CLOUT_EXPECT(follows.edges.size() <= 0xFFFFFFFF);
  NewFollow follow;
  follow.follower = follower;
  follow.followee = world.influencers[target].account;
  follows.edges.push_back(follow);
  follows.of[target].push_back({follower, at});
  follows.at.emplace(pair(follower, follow.followee), at);
  return new_edge + at;
}

/// Notes that these arms have taken up a new follow.
void join(const Siblings& siblings, ArmSet arms, std::uint32_t at) {
  NewFollow& follow = siblings.shared().new_follows.edges[at];
  for_each_arm(without(arms, follow.joined),
               [&](std::size_t arm) { siblings.arms[arm].joined.push_back(at); });
  follow.joined |= arms;
}

/// Takes up the follow in those of these arms in which it is not there by now.
void follow(const Siblings& siblings, ArmSet arms, AccountId consumer, InfluencerIndex target,
            SiblingTally& tally) {
  World& world = siblings.shared();
  const Influencer& author = world.influencers[target];
  const auto known = find_edge(world, consumer, author.account);
  const EdgeNumber number = known ? *known : append_follow(world, consumer, target);
  const ArmSet taking = without(arms, following(siblings, arms, number));
  if (taking == 0) return;
  if (number >= new_edge) join(siblings, taking, static_cast<std::uint32_t>(number - new_edge));
  const float R =
      relatability_of(world.rates, world.traits[index(consumer)].interests(),
                      world.traits[index(author.account)].interests(), author.author.appeal);
  const float trust =
      market::baseline_trust(author.author.trust_logit, world.rates.from_relatability, R);
  for_each_state(siblings, taking, number, [&](ArmSet together, const FollowEdge& edge) {
    *edge.state = {};
    set_trust(siblings, together, *edge.trust, market::trust_units(trust),
              {author.offer, true, author.tier}, consumer, tally);
  });
  for_each_arm(taking, [&](std::size_t arm) { ++siblings.arms[arm].influencers[target].living; });
  tally.count(taking, [&](DayTally& day) {
    ++day.tier[market::index(author.tier)].new_follows;
    ++day.movers;
  });
}

/// Follows whatever was found, arms with the same target together.
void follow_targets(const Siblings& siblings, const Leaver& leaver, const Targets& targets,
                    SiblingTally& tally) {
  ArmSet left = leaver.arms;
  while (left != 0) {
    const InfluencerIndex target = targets[lowest(left)];
    ArmSet same = 0;
    for_each_arm(left, [&](std::size_t arm) {
      if (targets[arm] == target) same |= only(arm);
    });
    if (target != no_influencer) follow(siblings, same, leaver.consumer, target, tally);
    left = without(left, same);
  }
}

void count_leaver(const Siblings& siblings, const Leaver& leaver, SiblingTally& tally) {
  const InfluencerIndex left = siblings.shared().influencer_of[index(leaver.left)];
  const market::Tier tier = siblings.shared().influencers[left].tier;
  for_each_arm(leaver.arms,
               [&](std::size_t arm) { --siblings.arms[arm].influencers[left].living; });
  tally.count(leaver.arms, [&](DayTally& day) {
    ++day.leavers;
    ++day.tier[market::index(tier)].unfollows;
  });
}

}  // namespace

void move_leavers(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  std::vector<Leaver> leavers;
  for (const BlockDay& block : buffers.blocks)
    leavers.insert(leavers.end(), block.leavers.begin(), block.leavers.end());
  std::sort(leavers.begin(), leavers.end());
  std::vector<Targets> targets(leavers.size());
  const Search search(siblings, day);
  constexpr std::size_t leavers_per_block = 128;
  parallel::for_blocks(leavers.size(), leavers_per_block, [&](parallel::Range range, std::size_t) {
    for (std::size_t n = range.begin; n < range.end; ++n) targets[n] = search.targets(leavers[n]);
  });
  for (const Leaver& leaver : leavers) count_leaver(siblings, leaver, buffers.tally);
  for (std::size_t n = 0; n < leavers.size(); ++n)
    follow_targets(siblings, leavers[n], targets[n], buffers.tally);
}

}  // namespace clout::engine
