// Which SIMD instructions this processor has. Kernels are written once, compiled for each set by
// inlining into a function for it, and chosen at run time; all give the same bits.
#pragma once

#include <span>

/// For the body of a kernel, so that the function of each set gets its own copy.
#define CLOUT_KERNEL_BODY [[gnu::always_inline]] inline

#if defined(__x86_64__)
#define CLOUT_X86_KERNELS 1
#define CLOUT_AVX2 __attribute__((target("avx2")))
#define CLOUT_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw")))
#endif

namespace clout {

/// Ascending in speed. avx512 stands for its parts F, VL, DQ and BW together.
enum class InstructionSet { plain, avx2, avx512 };

/// The sets that this processor can run, plain first; the last is the one to use.
std::span<const InstructionSet> runnable_instruction_sets() noexcept;

/// The fastest of them.
InstructionSet best_instruction_set() noexcept;

}  // namespace clout
