// Phase 2: who is online today, and how much attention each has for a post.
#include <array>

#include "sim/engine/day.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

void attend(World& world, market::Day day) {
  constexpr std::size_t block = 4096;
  const random::StreamKey key = world.draws.of(random::Purpose::online);
  parallel::for_blocks(world.accounts(), block, [&](parallel::Range range, std::size_t) {
    std::array<std::uint32_t, block> words;  // one per account, four to a draw
    const std::size_t filled = (range.size() + 3) / 4 * 4;
    random::fill_entities(key, range.begin / 4, day, 0, std::span(words.data(), filled));
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const std::uint8_t activity = world.traits[i].activity;
      const std::uint32_t u = words[i - range.begin] >> 24;
      const bool online = activity == 255 || u < activity;
      const market::ConsumerState& consumer = world.consumer[i];
      const std::uint16_t attention =
          world.rates.limited_attention
              ? market::attention_units(consumer.offered, world.rates.attention_budget,
                                        consumer.weighted)
              : std::uint16_t{1024};
      world.attention[i] = online ? attention : std::uint16_t{0};
    }
  });
}

}  // namespace clout::engine
