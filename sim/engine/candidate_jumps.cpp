#include "sim/engine/candidate_jumps.hpp"

#include "sim/base/instruction_set.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::engine {

namespace {

/// length[n] = floor(ln(u) scale), at most longest_jump, u from word 2 n.
CLOUT_KERNEL_BODY void lengths_of(const std::uint32_t* words, float scale, std::uint32_t* length,
                                  std::size_t jumps) noexcept {
  for (std::size_t n = 0; n < jumps; ++n) {
    const float exact = portable::log(random::open_unit_float(words[2 * n])) * scale;
    const auto bounded = std::min(exact, static_cast<float>(longest_jump));
    length[n] = static_cast<std::uint32_t>(static_cast<std::int32_t>(bounded));
  }
}

void lengths_plain(const std::uint32_t* words, float scale, std::uint32_t* length,
                   std::size_t jumps) noexcept {
  lengths_of(words, scale, length, jumps);
}

#ifdef CLOUT_X86_KERNELS
CLOUT_AVX2 void lengths_avx2(const std::uint32_t* words, float scale, std::uint32_t* length,
                             std::size_t jumps) noexcept {
  lengths_of(words, scale, length, jumps);
}
CLOUT_AVX512 void lengths_avx512(const std::uint32_t* words, float scale, std::uint32_t* length,
                                 std::size_t jumps) noexcept {
  lengths_of(words, scale, length, jumps);
}
#endif

// In the order of InstructionSet.
constexpr JumpKernel kernels[] = {
    lengths_plain,
#ifdef CLOUT_X86_KERNELS
    lengths_avx2,
    lengths_avx512,
#endif
};

}  // namespace

std::span<const JumpKernel> runnable_jump_kernels() noexcept {
  return std::span(kernels).first(runnable_instruction_sets().size());
}

float jump_scale(double chance) {
  return chance >= 1 ? 0.0F : static_cast<float>(1.0 / portable::log1p(-chance));
}

CandidateJumps candidate_jumps(random::StreamKey key, std::uint64_t entity, std::uint32_t time,
                               std::uint32_t index_base, double chance, float scale) {
  static const JumpKernel kernel = runnable_jump_kernels().back();
  return {key, entity, time, index_base, chance, scale, kernel};
}

}  // namespace clout::engine
