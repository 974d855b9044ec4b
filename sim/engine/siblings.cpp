#include "sim/engine/siblings.hpp"

#include <algorithm>
#include <atomic>

#include "sim/base/contracts.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

/// What an arm has for itself from the start, beside the history's own.
World with_own_state(const World& history) {
  World world(*history.network, *history.arm, history.draws, history.rates);
  world.brand_niche = history.brand_niche;
  world.relative_price = history.relative_price;
  world.influencers = history.influencers;
  world.influencer_of = history.influencer_of;
  world.last_endorsed = history.last_endorsed;
  world.joined = history.joined;
  world.popularity = history.popularity;
  world.traits = history.traits;
  world.consumer = HugeArray<market::ConsumerState>(history.consumer);
  world.brand = HugeArray<market::BrandState>(history.brand);
  return world;
}

template <typename T>
HugeArray<T> zeros(std::size_t size) {
  constexpr std::size_t block = 65536;
  HugeArray<T> array(size);
  parallel::for_blocks(size, block, [&](parallel::Range range, std::size_t) {
    std::fill_n(array.data() + range.begin, range.size(), T{});
  });
  return array;
}

}  // namespace

Apart::Apart(const graph::FollowerGraph& graph, std::size_t arms, std::size_t influencers)
    : sums(zeros<market::AttentionSums>(graph.accounts() * arms)),
      differs(zeros<ArmSet>(graph.accounts())),
      attention(zeros<ArmAttention>(graph.accounts())),
      hired(influencers),
      arms_(arms),
      parted_(zeros<std::uint64_t>(graph.follows() / 64 + 1)) {}

PartedEdge& Apart::add(EdgeNumber edge, market::Units trust, market::FollowEdgeState& common) {
  const auto added = edges_.grow_by(1);
  const auto at = static_cast<std::size_t>(added - edges_.begin());
  CLOUT_EXPECT(at <= 0xFFFFFFFF);
  added->of.fill({trust, common});
  common.load = static_cast<std::uint16_t>(at);
  common.touched = static_cast<market::Day>(at >> 16U);
  // Edges beside each other are other consumers', so that others may set bits of the same word.
  if (edge < new_edge)
    std::atomic_ref(parted_[edge / 64])
        .fetch_or(std::uint64_t{1} << edge % 64, std::memory_order_relaxed);
  return *added;
}

void Apart::settle(AccountId consumer, market::AttentionSums& shared) noexcept {
  const std::span<market::AttentionSums> own = sums_of(consumer);
  for (const market::AttentionSums most : own) {
    if (2 * std::ranges::count(own, most) <= std::ssize(own)) continue;
    shared.offered += most.offered;
    shared.weighted += most.weighted;
    for (market::AttentionSums& each : own) {
      each.offered -= most.offered;
      each.weighted -= most.weighted;
    }
    break;
  }
  ArmSet others = 0;
  for (std::size_t arm = 0; arm < own.size(); ++arm) {
    if (own[arm] != market::AttentionSums{}) others |= only(arm);
  }
  differs[index(consumer)] = others;
}

std::vector<World> siblings_of(World&& history, std::span<const Arm* const> arms,
                               const RunSpec& run) {
  CLOUT_EXPECT(!arms.empty() && arms.size() <= most_siblings);
  std::vector<World> worlds;
  worlds.reserve(arms.size());
  worlds.push_back(std::move(history));
  for (NewFollow& follow : worlds.front().new_follows.edges)
    follow.joined = first_arms(arms.size());
  while (worlds.size() < arms.size()) worlds.push_back(with_own_state(worlds.front()));
  for (std::size_t n = 0; n < arms.size(); ++n) become(worlds[n], *arms[n], run);
  return worlds;
}

Apart apart_of(std::span<const World> worlds) {
  const World& first = worlds.front();
  Apart apart(first.network->graph, worlds.size(), first.influencers.size());
  for (const World& world : worlds) {
    for (const PlannedPost& post : world.planned) apart.hired[post.influencer] = 1;
  }
  return apart;
}

void share_post_counts(const Siblings& siblings) {
  if (siblings.apart == nullptr) return;
  const World& from = siblings.shared();
  const std::size_t places =
      from.influencers.empty() ? 0 : from.last_endorsed.size() / from.influencers.size();
  for (World& world : siblings.arms.subspan(1)) {
    for (std::size_t n = 0; n < world.influencers.size(); ++n) {
      if (siblings.apart->hired[n] != 0) continue;
      Influencer& to = world.influencers[n];
      to.all_posts = from.influencers[n].all_posts;
      to.sponsored_posts = from.influencers[n].sponsored_posts;
      to.counted = from.influencers[n].counted;
      std::copy_n(from.last_endorsed.begin() + static_cast<std::ptrdiff_t>(n * places), places,
                  world.last_endorsed.begin() + static_cast<std::ptrdiff_t>(n * places));
    }
  }
}

}  // namespace clout::engine
