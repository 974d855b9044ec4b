#include <algorithm>

#include "sim/base/contracts.hpp"
#include "sim/random/bulk_kernels.hpp"
#include "sim/random/philox.hpp"

namespace clout::random {

namespace {

// In the order of InstructionSet.
constexpr NamedKernel kernels[] = {
    {"scalar", fill_scalar, scatter_scalar},
#ifdef CLOUT_X86_KERNELS
    {"avx2", fill_avx2, scatter_avx2},
    {"avx512", fill_avx512, scatter_avx512},
#endif
};

void fill(const BulkStart& start, std::span<std::uint32_t> out) noexcept {
  CLOUT_EXPECT(out.size() % 4 == 0);
  static const BulkKernel kernel = runnable_kernels().back().fill;
  kernel(start, out.data(), out.size() / 4);
}

}  // namespace

std::span<const NamedKernel> runnable_kernels() noexcept {
  return std::span(kernels).first(runnable_instruction_sets().size());
}

void fill_scalar(const BulkStart& start, std::uint32_t* out, std::size_t blocks) noexcept {
  const std::uint64_t entity_step = start.axis == Axis::entity ? 1 : 0;
  const std::uint32_t index_step = start.axis == Axis::index ? 1 : 0;
  std::uint64_t entity = start.entity;
  std::uint32_t index = start.index;
  for (std::size_t i = 0; i < blocks; ++i, entity += entity_step, index += index_step) {
    const Block block = draw_block(start.key, entity, start.time, index);
    std::copy(block.begin(), block.end(), out + 4 * i);
  }
}

void scatter_scalar(StreamKey key, const ScatteredCounters& counters, std::uint32_t* out) noexcept {
  const std::size_t size = counters.index.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t entity = counters.entity_low[i] | std::uint64_t{counters.entity_high[i]}
                                                              << 32;
    const Block block = draw_block(key, entity, counters.time, counters.index[i]);
    for (std::size_t w = 0; w < block.size(); ++w) out[w * size + i] = block[w];
  }
}

void fill_indices(StreamKey key, std::uint64_t entity, std::uint32_t time,
                  std::uint32_t first_index, std::span<std::uint32_t> out) noexcept {
  fill({key, entity, time, first_index, Axis::index}, out);
}

void fill_entities(StreamKey key, std::uint64_t first_entity, std::uint32_t time,
                   std::uint32_t index, std::span<std::uint32_t> out) noexcept {
  fill({key, first_entity, time, index, Axis::entity}, out);
}

void fill_scattered(StreamKey key, const ScatteredCounters& counters,
                    std::span<std::uint32_t> out) noexcept {
  const std::size_t size = counters.index.size();
  CLOUT_EXPECT(size % 8 == 0 && counters.entity_low.size() == size &&
               counters.entity_high.size() == size && out.size() == 4 * size);
  static const ScatteredKernel kernel = runnable_kernels().back().fill_scattered;
  kernel(key, counters, out.data());
}

}  // namespace clout::random
