#include "sim/base/instruction_set.hpp"

#include <array>
#include <cstddef>

namespace clout {

namespace {

// Asked of the processor when first needed, not by an ifunc: those run before the sanitizers are
// ready.
std::size_t count_runnable() noexcept {
#ifdef CLOUT_X86_KERNELS
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2")) return 1;
  const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  return avx512 ? 3 : 2;
#else
  return 1;
#endif
}

}  // namespace

std::span<const InstructionSet> runnable_instruction_sets() noexcept {
  static constexpr std::array all{InstructionSet::plain, InstructionSet::avx2,
                                  InstructionSet::avx512};
  static const std::size_t count = count_runnable();
  return std::span(all).first(count);
}

InstructionSet best_instruction_set() noexcept { return runnable_instruction_sets().back(); }

}  // namespace clout
