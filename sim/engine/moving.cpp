// Phase 6: leavers look for other accounts, so that audiences move. Targets are chosen side by side
// on the state of the evening, then taken one after another.
#include <algorithm>

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

class Search {
 public:
  Search(const Siblings& siblings, std::size_t arm, market::Day day)
      : siblings_(siblings),
        arm_(arm),
        world_(siblings.arms[arm]),
        day_(day),
        key_(world_.draws.of(random::Purpose::refollow)) {}

  /// Whom the leaver follows instead, or no_influencer.
  InfluencerIndex target(const Leaver& leaver) const {
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
      if (candidate == no_influencer || !valid(leaver, candidate)) continue;
      if (!bound || friend_follows(leaver.consumer, candidate, attempt_bits[3])) return candidate;
      if (first == no_influencer) first = candidate;
    }
    return first;
  }

 private:
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

  bool valid(const Leaver& leaver, InfluencerIndex candidate) const {
    const AccountId account = world_.influencers[candidate].account;
    if (account == leaver.consumer || account == leaver.left) return false;
    const auto edge = find_edge(world_, leaver.consumer, account);
    return !edge || trust_of(siblings_, arm_, leaver.consumer, *edge) == 0;
  }

  bool friend_follows(AccountId consumer, InfluencerIndex candidate, std::uint32_t bits) const {
    const auto friends = world_.network->graph.followers(consumer);
    const AccountId friend_account =
        friends[random::below(bits, static_cast<std::uint32_t>(friends.size()))];
    const auto row = world_.network->graph.followers(world_.influencers[candidate].account);
    return std::binary_search(row.begin(), row.end(), friend_account);
  }

  const Siblings& siblings_;
  std::size_t arm_;
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

/// Takes up the follow in one arm, unless it is there by now.
void follow(const Siblings& siblings, std::size_t arm, AccountId consumer, InfluencerIndex target,
            SiblingTally& tally) {
  World& world = siblings.arms[arm];
  Influencer& author = world.influencers[target];
  const auto known = find_edge(world, consumer, author.account);
  const EdgeNumber number = known ? *known : append_follow(world, consumer, target);
  if (trust_of(siblings, arm, consumer, number) != 0) return;
  const float R =
      relatability_of(world.rates, world.traits[index(consumer)].interests(),
                      world.traits[index(author.account)].interests(), author.author.appeal);
  const float trust =
      market::baseline_trust(author.author.trust_logit, world.rates.from_relatability, R);
  for_each_state(siblings, only(arm), consumer, number, [&](ArmSet arms, const FollowEdge& edge) {
    *edge.state = {.apart = edge.state->apart};
    set_trust(siblings, arms, *edge.trust, market::trust_units(trust),
              {author.offer, true, author.tier}, consumer, tally);
  });
  ++author.living;
  DayTally& day = tally.of(arm);
  ++day.tier[market::index(author.tier)].new_follows;
  ++day.movers;
}

std::vector<Leaver> leavers_of(std::size_t arm, const DayBuffers& buffers) {
  std::vector<Leaver> leavers;
  for (const BlockDay& block : buffers.blocks) {
    for (const Leaver& leaver : block.leavers) {
      if ((leaver.arms & only(arm)) != 0) leavers.push_back(leaver);
    }
  }
  std::sort(leavers.begin(), leavers.end());
  return leavers;
}

void move_leavers_of(const Siblings& siblings, std::size_t arm, market::Day day,
                     DayBuffers& buffers) {
  World& world = siblings.arms[arm];
  const std::vector<Leaver> leavers = leavers_of(arm, buffers);
  std::vector<InfluencerIndex> targets(leavers.size());
  const Search search(siblings, arm, day);
  constexpr std::size_t leavers_per_block = 128;
  parallel::for_blocks(leavers.size(), leavers_per_block, [&](parallel::Range range, std::size_t) {
    for (std::size_t n = range.begin; n < range.end; ++n) targets[n] = search.target(leavers[n]);
  });
  DayTally& tally = buffers.tally.of(arm);
  tally.leavers += static_cast<std::int64_t>(leavers.size());
  for (const Leaver& leaver : leavers) {
    Influencer& left = world.influencers[world.influencer_of[index(leaver.left)]];
    --left.living;
    ++tally.tier[market::index(left.tier)].unfollows;
  }
  for (std::size_t n = 0; n < leavers.size(); ++n) {
    if (targets[n] != no_influencer)
      follow(siblings, arm, leavers[n].consumer, targets[n], buffers.tally);
  }
}

}  // namespace

void move_leavers(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  for (std::size_t arm = 0; arm < siblings.arms.size(); ++arm)
    move_leavers_of(siblings, arm, day, buffers);
}

}  // namespace clout::engine
