// Who is a candidate, when each position of a list is one independently with the same chance: found
// by jumping over those that are not, so that the cost follows the candidates.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "sim/base/contracts.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/portable_math_float.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

/// One sequence of jumps: blocks index_base, index_base + 1, ... of (key, entity, time). A block
/// makes two jumps of a word each, with a second word for whatever is decided about the candidate.
struct CandidateJumps {
  random::StreamKey key;
  std::uint64_t entity;
  std::uint32_t time;
  std::uint32_t index_base;
  double chance;  ///< of each position, 0..1
  float scale;    ///< 1 / ln(1 - chance); 0 for a chance of 1
};

CandidateJumps candidate_jumps(random::StreamKey key, std::uint64_t entity, std::uint32_t time,
                               std::uint32_t index_base, double chance);

/// Longest jump; a list must not have more positions.
inline constexpr std::uint32_t longest_jump = 16384;

/// Calls visit(position, second word) for each candidate among positions 0 .. positions-1,
/// ascending. Geometric jumps by inversion: floor(ln(u) / ln(1 - chance)) positions are skipped.
template <typename Visit>
void for_each_candidate(const CandidateJumps& jumps, std::uint32_t positions, Visit visit) {
  constexpr std::uint32_t most_blocks = 32;
  CLOUT_DEBUG_EXPECT(positions <= longest_jump);
  if (jumps.chance <= 0) return;
  std::array<std::uint32_t, 4 * most_blocks> words;
  std::array<std::uint32_t, 2 * most_blocks> skip;
  std::uint32_t at = 0;
  std::uint32_t index = jumps.index_base;
  while (true) {
    // As many blocks as what is left is expected to need.
    const double expected = (positions - at) * jumps.chance;
    const auto blocks = std::min(most_blocks, static_cast<std::uint32_t>(expected * 0.5 + 1.0));
    random::fill_indices(jumps.key, jumps.entity, jumps.time, index,
                         std::span(words.data(), 4 * std::size_t{blocks}));
    index += blocks;
    for (std::uint32_t n = 0; n < 2 * blocks; ++n) {
      const float length = portable::log(random::open_unit_float(words[2 * n])) * jumps.scale;
      const auto bounded = std::min(length, static_cast<float>(longest_jump));
      skip[n] = static_cast<std::uint32_t>(static_cast<std::int32_t>(bounded));
    }
    for (std::uint32_t n = 0; n < 2 * blocks; ++n) {
      at += skip[n];
      if (at >= positions) return;
      visit(at, words[2 * n + 1]);
      if (++at >= positions) return;
    }
  }
}

}  // namespace clout::engine
