#include "sim/engine/candidate_jumps.hpp"

#include "sim/random/portable_math.hpp"

namespace clout::engine {

CandidateJumps candidate_jumps(random::StreamKey key, std::uint64_t entity, std::uint32_t time,
                               std::uint32_t index_base, double chance) {
  const float scale = chance >= 1 ? 0.0F : static_cast<float>(1.0 / portable::log1p(-chance));
  return {key, entity, time, index_base, chance, scale};
}

}  // namespace clout::engine
