// Phase 2: who is online today, and how much attention each has for a post.
#include <array>

#include "sim/engine/day.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

std::uint16_t attention_for(const market::Rates& rates, std::int64_t offered,
                            std::int64_t weighted) noexcept {
  return rates.limited_attention
             ? market::attention_units(offered, rates.attention_budget, weighted)
             : std::uint16_t{1024};
}

/// Notes what each arm has. attention: by the shared sums; 0 if offline.
void attend_apart(const Siblings& siblings, std::size_t i, std::uint16_t attention) noexcept {
  const World& shared = siblings.shared();
  Apart& apart = *siblings.apart;
  ArmAttention& of_arms = apart.attention[i];
  of_arms.of.fill(attention);
  if (attention == 0 || apart.differs[i] == 0) return;
  for_each_arm(apart.differs[i], [&](std::size_t arm) {
    const market::AttentionSums& own = apart.sums_of(account_at(i))[arm];
    of_arms.of[arm] = attention_for(shared.rates, shared.sums[i].offered + own.offered,
                                    shared.sums[i].weighted + own.weighted);
  });
}

}  // namespace

void attend(const Siblings& siblings, market::Day day) {
  constexpr std::size_t block = 4096;
  World& world = siblings.shared();
  const random::StreamKey key = world.draws.of(random::Purpose::online);
  parallel::for_blocks(world.accounts(), block, [&](parallel::Range range, std::size_t) {
    std::array<std::uint32_t, block> words;  // one per account, four to a draw
    const std::size_t filled = (range.size() + 3) / 4 * 4;
    random::fill_entities(key, range.begin / 4, day, 0, std::span(words.data(), filled));
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const std::uint8_t activity = world.traits[i].activity;
      const std::uint32_t u = words[i - range.begin] >> 24;
      const bool online = activity == 255 || u < activity;
      world.attention[i] =
          online ? attention_for(world.rates, world.sums[i].offered, world.sums[i].weighted)
                 : std::uint16_t{0};
    }
    if (siblings.apart == nullptr) return;
    for (std::size_t i = range.begin; i < range.end; ++i)
      attend_apart(siblings, i, world.attention[i]);
  });
}

}  // namespace clout::engine
