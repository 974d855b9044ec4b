// A keyed permutation of 0 .. size-1 that stores nothing: a Feistel network with cycle walking.
#pragma once

#include <array>
#include <cstdint>

#include "sim/random/draw_key.hpp"

namespace clout::graph {

/// Bijection of [0, size) chosen by (key, entity). Six rounds on the next even number of bits;
/// values outside the range are permuted again (at most four times on average), so every call ends
/// in the range.
class Permutation {
 public:
  /// size: 1 .. 2^32-1.
  Permutation(random::StreamKey key, std::uint64_t entity, std::uint32_t size) noexcept;

  /// position must be below size.
  std::uint32_t operator()(std::uint32_t position) const noexcept {
    std::uint32_t value = position;
    do {
      value = once(value);
    } while (value >= size_);
    return value;
  }

 private:
  static constexpr int rounds = 6;

  std::uint32_t once(std::uint32_t value) const noexcept {
    std::uint32_t left = value >> half_bits_;
    std::uint32_t right = value & half_mask_;
    for (const std::uint32_t round_key : round_keys_) {
      const std::uint32_t next = left ^ (mixed(right + round_key) & half_mask_);
      left = right;
      right = next;
    }
    return (left << half_bits_) | right;
  }

  /// Finaliser of MurmurHash3: every input bit reaches every output bit.
  static constexpr std::uint32_t mixed(std::uint32_t x) noexcept {
    x = (x ^ (x >> 16U)) * 0x85ebca6bU;
    x = (x ^ (x >> 13U)) * 0xc2b2ae35U;
    return x ^ (x >> 16U);
  }

  std::array<std::uint32_t, rounds> round_keys_;
  std::uint32_t size_;
  unsigned half_bits_ = 1;
  std::uint32_t half_mask_ = 1;
};

}  // namespace clout::graph
