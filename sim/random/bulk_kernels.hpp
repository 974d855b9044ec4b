// The kernels behind fill_indices, fill_entities and fill_scattered, one for each instruction set.
// For sim/random and its tests only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/base/instruction_set.hpp"
#include "sim/random/philox.hpp"

namespace clout::random {

/// Which word of the counter counts up from block to block.
enum class Axis { index, entity };

/// Counter of the first block of a bulk draw.
struct BulkStart {
  StreamKey key;
  std::uint64_t entity;
  std::uint32_t time;
  std::uint32_t index;
  Axis axis;

  /// The start of the rest after the first blocks are done. Counters wrap around as unsigned
  /// integers do.
  constexpr BulkStart after(std::size_t blocks) const noexcept {
    BulkStart rest = *this;
    if (axis == Axis::index) {
      rest.index += static_cast<std::uint32_t>(blocks);
    } else {
      rest.entity += blocks;
    }
    return rest;
  }
};

/// Writes 4*blocks words from out on.
using BulkKernel = void (*)(const BulkStart& start, std::uint32_t* out,
                            std::size_t blocks) noexcept;

/// Writes words as fill_scattered does.
using ScatteredKernel = void (*)(StreamKey key, const ScatteredCounters& counters,
                                 std::uint32_t* out) noexcept;

struct NamedKernel {
  const char* name;
  BulkKernel fill;
  ScatteredKernel fill_scattered;
};

/// Kernels that this processor can run, slowest first; "scalar" is always there. The last is the
/// one in use.
std::span<const NamedKernel> runnable_kernels() noexcept;

void fill_scalar(const BulkStart& start, std::uint32_t* out, std::size_t blocks) noexcept;
void scatter_scalar(StreamKey key, const ScatteredCounters& counters, std::uint32_t* out) noexcept;
#ifdef CLOUT_X86_KERNELS
void fill_avx2(const BulkStart& start, std::uint32_t* out, std::size_t blocks) noexcept;
void fill_avx512(const BulkStart& start, std::uint32_t* out, std::size_t blocks) noexcept;
void scatter_avx2(StreamKey key, const ScatteredCounters& counters, std::uint32_t* out) noexcept;
void scatter_avx512(StreamKey key, const ScatteredCounters& counters, std::uint32_t* out) noexcept;
#endif

}  // namespace clout::random
