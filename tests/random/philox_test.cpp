#include "sim/random/philox.hpp"

#include <Random123/philox.h>

#include <random>
#include <set>

#include "tests/support/catch.hpp"

using namespace clout::random;

TEST_CASE("the published known answers of philox4x32-10 come out") {
  // Random123's tests/kat_vectors: nothing, everything, and the digits of pi.
  CHECK(philox_block({0, 0, 0, 0}, {0, 0}) == Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  constexpr std::uint32_t ones = 0xffffffff;
  CHECK(philox_block({ones, ones, ones, ones}, {ones, ones}) ==
        Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox_block({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("draw_block lays out the counter as entity low, entity high, time, index") {
  std::mt19937_64 choose(20260101);  // fixed
  for (int i = 0; i < 100'000; ++i) {
    const std::uint64_t entity = choose();
    const auto time = static_cast<std::uint32_t>(choose());
    const auto index = static_cast<std::uint32_t>(choose());
    const StreamKey key{static_cast<std::uint32_t>(choose()), static_cast<std::uint32_t>(choose())};
    const r123::Philox4x32::ctr_type counter{
        {static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32), time, index}};
    const auto expected = r123::Philox4x32()(counter, {{key.low, key.high}});
    const Block block = draw_block(key, entity, time, index);
    REQUIRE(std::equal(block.begin(), block.end(), expected.begin()));
  }
}

TEST_CASE("a draw can be made at compile time, the same") {
  constexpr Block at_compile_time = draw_block({1, 2}, 3, 4, 5);
  const volatile std::uint64_t entity = 3;
  CHECK(draw_block({1, 2}, entity, 4, 5) == at_compile_time);
}

TEST_CASE("stream keys are pinned: results of past runs depend on them") {
  const StreamKey key = stream_key(Seed{0x0123456789abcdef}, Replicate{7}, Purpose::base_follow);
  const auto expected = r123::Philox4x32()({{7, 3, 0, 0}}, {{0x89abcdef, 0x01234567}});
  CHECK(key.low == expected[0]);
  CHECK(key.high == expected[1]);
}

TEST_CASE("seeds, replicates and purposes near to each other all have keys of their own") {
  // 1.1 million keys; by chance any two would agree with probability 3e-8.
  std::set<std::uint64_t> keys;
  std::size_t made = 0;
  for (std::uint64_t seed = 0; seed < 264; ++seed) {
    const std::uint64_t bits = seed < 200 ? seed : std::uint64_t{1} << (seed - 200);
    if (seed >= 200 && bits < 200) continue;
    for (std::uint32_t replicate = 0; replicate < 256; ++replicate) {
      for (std::uint32_t purpose = 0; purpose < 17; ++purpose) {
        const StreamKey key = stream_key(Seed{bits}, Replicate{replicate}, Purpose{purpose});
        keys.insert(key.low | std::uint64_t{key.high} << 32);
        ++made;
      }
    }
  }
  CHECK(made > 1'000'000);
  CHECK(keys.size() == made);
}
