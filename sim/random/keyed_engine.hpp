// The draws of one entity at one time as a random engine: the standard library's and Boost's
// distributions run on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "sim/random/philox.hpp"

namespace clout::random {

/// UniformRandomBitGenerator over the blocks of index 0, 1, ... of one (stream, entity, time). Made
/// where it is used and thrown away: two engines of the same key give the same draws, whoever makes
/// them and when. 2^34 words, then they repeat.
class KeyedEngine {
 public:
  using result_type = std::uint32_t;

  KeyedEngine(StreamKey key, std::uint64_t entity, std::uint32_t time,
              std::uint32_t first_index = 0) noexcept
      : key_(key), entity_(entity), time_(time), next_index_(first_index) {}

  static constexpr result_type min() noexcept { return 0; }
  static constexpr result_type max() noexcept { return std::numeric_limits<result_type>::max(); }

  /// The next 32 bits.
  result_type operator()() noexcept {
    if (used_ == block_.size()) {
      block_ = draw_block(key_, entity_, time_, next_index_++);
      used_ = 0;
    }
    return block_[used_++];
  }

  /// The next 64 bits: two words, the low one first.
  std::uint64_t bits64() noexcept {
    const std::uint64_t low = (*this)();
    const std::uint64_t high = (*this)();
    return low | high << 32;
  }

 private:
  StreamKey key_;
  std::uint64_t entity_;
  std::uint32_t time_;
  std::uint32_t next_index_;
  Block block_{};
  std::size_t used_ = block_.size();
};

}  // namespace clout::random
