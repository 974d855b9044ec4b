// Who is a candidate, when each position of a list is one independently with the same chance: found
// by jumping over those that are not, so that the cost follows the candidates.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/portable_math_float.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

/// Longest jump; a list must not have more positions.
inline constexpr std::uint32_t longest_jump = 16384;

/// Geometric jumps by inversion: length[n] = floor(ln(u) scale), at most longest_jump, u the open
/// fraction of word 2 n.
using JumpKernel = void (*)(const std::uint32_t* words, float scale, std::uint32_t* length,
                            std::size_t jumps) noexcept;

/// Those that this processor can run, slowest first; all give the same bits.
std::span<const JumpKernel> runnable_jump_kernels() noexcept;

/// One sequence of jumps: blocks index_base, index_base + 1, ... of (key, entity, time). A block
/// makes two jumps of a word each, with a second word for whatever is decided about the candidate.
struct CandidateJumps {
  random::StreamKey key;
  std::uint64_t entity;
  std::uint32_t time;
  std::uint32_t index_base;
  double chance;  ///< of each position, 0..1
  float scale;    ///< 1 / ln(1 - chance); 0 for a chance of 1
  JumpKernel lengths;
};

/// 1 / ln(1 - chance) of a chance above 0; 0 for a chance of 1.
float jump_scale(double chance);

CandidateJumps candidate_jumps(random::StreamKey key, std::uint64_t entity, std::uint32_t time,
                               std::uint32_t index_base, double chance, float scale);

/// Some candidates: their positions, ascending, and the second word of each.
struct Candidates {
  static constexpr std::size_t most = 64;

  std::size_t count = 0;
  std::array<std::uint32_t, most> position;
  std::array<std::uint32_t, most> word;
};

/// Calls visit(candidates) for all among positions 0 .. positions-1, some at a time, ascending;
/// what lies between two candidates is jumped over.
template <typename Visit>
void for_some_candidates(const CandidateJumps& jumps, std::uint32_t positions, Visit visit) {
  constexpr std::uint32_t most_blocks = Candidates::most / 2;
  constexpr std::uint32_t step = 8;  // kernels make so many blocks at the cost of one
  CLOUT_DEBUG_EXPECT(positions <= longest_jump);
  if (jumps.chance <= 0) return;
  std::array<std::uint32_t, 4 * most_blocks> words;
  std::array<std::uint32_t, 2 * most_blocks> length;
  Candidates found;
  const bool all = jumps.scale == 0.0F;  // everybody is a candidate
  if (all) length.fill(0);
  std::uint32_t at = 0;
  std::uint32_t index = jumps.index_base;
  while (at < positions) {
    // As many blocks as what is left is expected to need.
    const double expected = (positions - at) * jumps.chance;
    const std::uint32_t needed = static_cast<std::uint32_t>(expected * 0.5 + 1.0);
    const std::uint32_t blocks = std::min(most_blocks, (needed + step - 1) / step * step);
    random::fill_indices(jumps.key, jumps.entity, jumps.time, index,
                         std::span(words.data(), 4 * std::size_t{blocks}));
    index += blocks;
    if (!all) jumps.lengths(words.data(), jumps.scale, length.data(), 2 * std::size_t{blocks});
    found.count = 0;
    for (std::uint32_t n = 0; n < 2 * blocks; ++n) {
      at += length[n];
      if (at >= positions) break;
      found.position[found.count] = at++;
      found.word[found.count++] = words[2 * n + 1];
    }
    visit(std::as_const(found));
  }
}

/// Calls visit(position, second word) for each.
template <typename Visit>
void for_each_candidate(const CandidateJumps& jumps, std::uint32_t positions, Visit visit) {
  for_some_candidates(jumps, positions, [&](const Candidates& some) {
    for (std::size_t n = 0; n < some.count; ++n) visit(some.position[n], some.word[n]);
  });
}

}  // namespace clout::engine
