#include <bit>
#include <vector>

#include "sim/engine/follow_edges.hpp"
#include "sim/engine/siblings.hpp"
#include "sim/engine/world.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

/// Takes in numbers one by one; their order counts.
class Hash {
 public:
  void take(std::uint64_t value) noexcept {
    // Finalizer of splitmix64 (Steele, Lea & Flood 2014).
    state_ += value + 0x9E3779B97F4A7C15;
    state_ = (state_ ^ state_ >> 30) * 0xBF58476D1CE4E5B9;
    state_ = (state_ ^ state_ >> 27) * 0x94D049BB133111EB;
    state_ ^= state_ >> 31;
  }
  void take(float value) noexcept { take(std::uint64_t{std::bit_cast<std::uint32_t>(value)}); }
  void take(std::int64_t value) noexcept { take(static_cast<std::uint64_t>(value)); }

  void take(const market::FollowEdgeState& edge, market::Units trust) noexcept {
    take(std::uint64_t{edge.load} | std::uint64_t{edge.touched} << 16 |
         std::uint64_t{edge.scars} << 32 | std::uint64_t{trust} << 48);
  }

  void take(const market::AttentionSums& sums, const market::ConsumerState& consumer) noexcept {
    take(sums.offered);
    take(sums.weighted);
    for (const float distrust : consumer.distrust) take(distrust);
    take(consumer.distrust_of_all);
    take(consumer.ads_in_memory);
    take(std::uint64_t{consumer.touched} | std::uint64_t{consumer.active} << 16);
  }

  void take(const market::BrandState& brand) noexcept {
    for (const float value : {brand.memory, brand.annoyance, brand.credibility, brand.fit,
                              brand.load, brand.heard_positive, brand.heard_negative,
                              brand.untouched, brand.purchase_rate, brand.satisfaction})
      take(value);
    take(std::uint64_t{brand.quality} | std::uint64_t{brand.positive_today} << 16 |
         std::uint64_t{brand.negative_today} << 24 | std::uint64_t{brand.messenger} << 32);
    take(std::uint64_t{brand.touched} | std::uint64_t{brand.last_purchase} << 16 |
         std::uint64_t{brand.next_purchase} << 32 | std::uint64_t{brand.purchases} << 48);
    // Without the wear-out form advertised is never, and 0 here.
    take(static_cast<std::uint64_t>(brand.stage) | std::uint64_t{brand.marks} << 8 |
         std::uint64_t{static_cast<std::uint16_t>(brand.advertised + 1)} << 16);
  }

  std::uint64_t value() const noexcept { return state_; }

 private:
  std::uint64_t state_ = 0;
};

/// Hash of the hashes of blocks, in the order of blocks.
template <typename Take>
void take_blocks(Hash& whole, std::size_t count, Take take) {
  constexpr std::size_t block_size = 65536;
  std::vector<std::uint64_t> parts(parallel::block_count(count, block_size));
  parallel::for_blocks(count, block_size, [&](parallel::Range range, std::size_t block) {
    Hash hash;
    for (std::size_t i = range.begin; i < range.end; ++i) take(hash, i);
    parts[block] = hash.value();
  });
  for (const std::uint64_t part : parts) whole.take(part);
}

/// edge(e): state and trust of a follow edge; sums(i): of a consumer; as the arm has them. follows:
/// the new ones.
template <typename Edge, typename Sums>
std::uint64_t fingerprint_of(const World& world, const NewFollows& follows, Edge edge, Sums sums) {
  Hash hash;
  take_blocks(hash, world.network->graph.follows(), [&](Hash& h, std::size_t e) {
    const ApartEdge state = edge(e);
    h.take(state.state, state.trust);
  });
  take_blocks(hash, world.accounts(),
              [&](Hash& h, std::size_t i) { h.take(sums(i), world.consumer[i]); });
  take_blocks(hash, world.brand.size(), [&](Hash& h, std::size_t i) { h.take(world.brand[i]); });
  for (const Influencer& each : world.influencers) {
    hash.take(each.all_posts);
    hash.take(each.sponsored_posts);
    hash.take(std::uint64_t{each.counted});
    hash.take(std::bit_cast<std::uint64_t>(each.reply_credit));
    hash.take(std::uint64_t{each.credited});
    hash.take(each.living);
  }
  for (const market::Day day : world.last_endorsed) hash.take(std::uint64_t{day});
  for (const std::uint32_t at : world.joined) {
    const NewFollow& follow = follows.edges[at];
    const ApartEdge state = edge(new_edge + at);
    hash.take(pair(follow.follower, follow.followee));
    hash.take(state.state, state.trust);
  }
  return hash.value();
}

}  // namespace

std::uint64_t fingerprint(const World& world) {
  const auto edge = [&](EdgeNumber e) {
    if (e < new_edge) return ApartEdge{world.trust[e], world.edge[e]};
    const NewFollow& follow = world.new_follows.edges[e - new_edge];
    return ApartEdge{follow.trust, follow.state};
  };
  return fingerprint_of(world, world.new_follows, edge,
                        [&](std::size_t i) { return world.sums[i]; });
}

std::uint64_t fingerprint(const Siblings& siblings, std::size_t arm) {
  if (siblings.apart == nullptr) return fingerprint(siblings.shared());
  World& shared = siblings.shared();
  const auto edge = [&](EdgeNumber e) { return edge_in(siblings, arm, e); };
  const auto sums = [&](std::size_t i) {
    const market::AttentionSums& own = siblings.apart->sums_of(account_at(i))[arm];
    return market::AttentionSums{shared.sums[i].offered + own.offered,
                                 shared.sums[i].weighted + own.weighted};
  };
  return fingerprint_of(siblings.arms[arm], shared.new_follows, edge, sums);
}

}  // namespace clout::engine
