// Philox4x32-10: every draw is a pure function of its key and counter.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "sim/random/draw_key.hpp"

namespace clout::random {

/// 128 random bits: four words, each uniform over all 32-bit values.
using Block = std::array<std::uint32_t, 4>;

/// Constants of Philox4x32-10 (J. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
/// SC11, section 3.3).
namespace philox {
inline constexpr int rounds = 10;
inline constexpr std::uint32_t multiplier_0 = 0xD2511F53;
inline constexpr std::uint32_t multiplier_1 = 0xCD9E8D57;
inline constexpr std::uint32_t key_step_0 = 0x9E3779B9;  // golden ratio
inline constexpr std::uint32_t key_step_1 = 0xBB67AE85;  // sqrt(3) - 1
}  // namespace philox

/// The Philox4x32-10 bijection of 128-bit counters, chosen by a 64-bit key.
constexpr Block philox_block(Block counter, StreamKey key) noexcept {
  for (int round = 0; round < philox::rounds; ++round) {
    const std::uint64_t product_0 = std::uint64_t{philox::multiplier_0} * counter[0];
    const std::uint64_t product_1 = std::uint64_t{philox::multiplier_1} * counter[2];
    counter = {static_cast<std::uint32_t>(product_1 >> 32) ^ counter[1] ^ key.low,
               static_cast<std::uint32_t>(product_1),
               static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key.high,
               static_cast<std::uint32_t>(product_0)};
    key.low += philox::key_step_0;
    key.high += philox::key_step_1;
  }
  return counter;
}

/// Key of all draws of one purpose in one replicate. Philox itself mixes the three, keyed by the
/// seed, so that seeds, replicates and purposes that differ by a bit, or by amounts that would
/// cancel in a sum, give unrelated streams. Keys have 64 bits: among n streams two share a key with
/// probability n^2 / 2^65 (3e-8 for a million streams).
constexpr StreamKey stream_key(Seed seed, Replicate replicate, Purpose purpose) noexcept {
  const auto bits = static_cast<std::uint64_t>(seed);
  const Block mixed = philox_block(
      {static_cast<std::uint32_t>(replicate), static_cast<std::uint32_t>(purpose), 0, 0},
      {static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32)});
  return {mixed[0], mixed[1]};
}

/// The 128 bits of one (entity, time, index) of a stream. Distinct counters of one key never share
/// a block: the map is a bijection.
constexpr Block draw_block(StreamKey key, std::uint64_t entity, std::uint32_t time,
                           std::uint32_t index) noexcept {
  return philox_block(
      {static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32), time, index},
      key);
}

/// Bulk draws of one entity by SIMD, the bits of draw_block: out[4*i .. 4*i+3] is the block of
/// index first_index + i (modulo 2^32). out.size() must be a multiple of 4.
void fill_indices(StreamKey key, std::uint64_t entity, std::uint32_t time,
                  std::uint32_t first_index, std::span<std::uint32_t> out) noexcept;

/// Bulk draws of neighbouring entities by SIMD, the bits of draw_block: out[4*i .. 4*i+3] is the
/// block of entity first_entity + i (modulo 2^64). out.size() must be a multiple of 4.
void fill_entities(StreamKey key, std::uint64_t first_entity, std::uint32_t time,
                   std::uint32_t index, std::span<std::uint32_t> out) noexcept;

/// Counters that have nothing but a time in common. All of one size, a multiple of 8.
struct ScatteredCounters {
  std::span<const std::uint32_t> entity_low;
  std::span<const std::uint32_t> entity_high;
  std::uint32_t time;
  std::span<const std::uint32_t> index;
};

/// Bulk draws of scattered counters by SIMD, the bits of draw_block word by word: out[w * size + i]
/// is word w of the block of counter i. out has room for 4 * size words.
void fill_scattered(StreamKey key, const ScatteredCounters& counters,
                    std::span<std::uint32_t> out) noexcept;

}  // namespace clout::random
