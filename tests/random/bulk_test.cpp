#include <algorithm>
#include <random>
#include <vector>

#include "sim/random/bulk_kernels.hpp"
#include "sim/random/philox.hpp"
#include "tests/support/catch.hpp"

using namespace clout::random;

namespace {

constexpr std::uint32_t untouched = 0xA5A5A5A5;

// What a bulk draw must give, one block at a time; guard words follow.
std::vector<std::uint32_t> one_by_one(const BulkStart& start, std::size_t blocks,
                                      std::size_t guard) {
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < blocks; ++i) {
    const Block block = start.axis == Axis::index
                            ? draw_block(start.key, start.entity, start.time,
                                         start.index + static_cast<std::uint32_t>(i))
                            : draw_block(start.key, start.entity + i, start.time, start.index);
    words.insert(words.end(), block.begin(), block.end());
  }
  words.insert(words.end(), guard, untouched);
  return words;
}

// Counters anywhere, with one in two so near to the end of a word that the fill runs over it.
BulkStart random_start(std::mt19937_64& choose, Axis axis) {
  const std::uint64_t near_ends[] = {0xffffffff, ~std::uint64_t{0}, 0x7fffffff, 0x1ffffffff};
  const bool near_end = choose() % 2 == 0;
  const std::uint64_t value = near_end ? near_ends[choose() % 4] - choose() % 70 : choose();
  const StreamKey key{static_cast<std::uint32_t>(choose()), static_cast<std::uint32_t>(choose())};
  const auto time = static_cast<std::uint32_t>(choose());
  if (axis == Axis::index) return {key, choose(), time, static_cast<std::uint32_t>(value), axis};
  return {key, value, time, static_cast<std::uint32_t>(choose()), axis};
}

}  // namespace

TEST_CASE(
    "every kernel of this machine gives the bits of draw_block, tails and wrap-around included") {
  std::mt19937_64 choose(31);
  for (const NamedKernel& kernel : runnable_kernels()) {
    DYNAMIC_SECTION(kernel.name) {
      for (std::size_t trial = 0; trial < 2'000; ++trial) {
        const std::size_t blocks = trial < 140 ? trial : choose() % 200;
        const BulkStart start = random_start(choose, trial % 2 == 0 ? Axis::index : Axis::entity);
        const std::size_t offset = choose() % 4;  // kernels must not need alignment
        std::vector<std::uint32_t> words(offset + 4 * blocks + 8, untouched);
        kernel.fill(start, words.data() + offset, blocks);
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(offset));
        REQUIRE(words == one_by_one(start, blocks, 8));
      }
    }
  }
}

TEST_CASE("fill_indices and fill_entities give the blocks in order") {
  const StreamKey key = stream_key(Seed{5}, Replicate{1}, Purpose::self_test);
  for (const std::size_t blocks : {0U, 1U, 3U, 4U, 31U, 32U, 1001U}) {
    std::vector<std::uint32_t> words(4 * blocks);
    fill_indices(key, 77, 3, 0xfffffff0, words);
    CHECK(words == one_by_one({key, 77, 3, 0xfffffff0, Axis::index}, blocks, 0));
    fill_entities(key, 0xfffffffffffffff8, 3, 9, words);
    CHECK(words == one_by_one({key, 0xfffffffffffffff8, 3, 9, Axis::entity}, blocks, 0));
  }
}

TEST_CASE("the scalar kernel is always there, and the fastest one is last") {
  const auto kernels = runnable_kernels();
  REQUIRE_FALSE(kernels.empty());
  CHECK(std::string(kernels.front().name) == "scalar");
#ifdef CLOUT_X86_KERNELS
  if (clout::best_instruction_set() == clout::InstructionSet::avx512) {
    CHECK(kernels.size() == 3);
    CHECK(kernels.back().fill == fill_avx512);
  }
#endif
}

TEST_CASE("every kernel of this machine draws scattered counters as draw_block does") {
  std::mt19937_64 choose(32);
  const auto word = [&] { return static_cast<std::uint32_t>(choose()); };
  for (const NamedKernel& kernel : runnable_kernels()) {
    DYNAMIC_SECTION(kernel.name) {
      for (std::size_t size = 0; size <= 96; size += 8) {
        std::vector<std::uint32_t> low(size), high(size), number(size);
        for (auto* words : {&low, &high, &number})
          std::generate(words->begin(), words->end(), word);
        const StreamKey key{word(), word()};
        const ScatteredCounters counters{low, high, word(), number};
        std::vector<std::uint32_t> out(4 * size + 8, untouched);
        kernel.fill_scattered(key, counters, out.data());
        std::vector<std::uint32_t> expected(4 * size + 8, untouched);
        for (std::size_t i = 0; i < size; ++i) {
          const std::uint64_t entity = low[i] | std::uint64_t{high[i]} << 32;
          const Block block = draw_block(key, entity, counters.time, number[i]);
          for (std::size_t w = 0; w < 4; ++w) expected[w * size + i] = block[w];
        }
        REQUIRE(out == expected);
      }
    }
  }
}
