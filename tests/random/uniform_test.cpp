#include "sim/random/uniform.hpp"

#include <limits>
#include <random>
#include <vector>

#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using namespace clout::random;
using namespace clout::testing;

namespace {

constexpr std::uint64_t all64 = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t all32 = std::numeric_limits<std::uint32_t>::max();
constexpr StreamKey key = stream_key(Seed{21}, Replicate{0}, Purpose::self_test);

}  // namespace

TEST_CASE("fractions keep to their interval at both ends") {
  CHECK(unit_double(std::uint64_t{0}) == 0.0);
  CHECK(unit_double(all64) == 1.0 - 0x1p-53);
  CHECK(unit_double(std::uint32_t{0}) == 0.0);
  CHECK(unit_double(all32) == 1.0 - 0x1p-32);
  CHECK(unit_float(0) == 0.0F);
  CHECK(unit_float(all32) == 1.0F - 0x1p-24F);
}

TEST_CASE("open fractions never reach 0 or 1 and are symmetric about a half") {
  CHECK(open_unit_double(std::uint64_t{0}) == 0x1p-53);
  CHECK(open_unit_double(all64) == 1.0 - 0x1p-53);
  CHECK(open_unit_double(std::uint32_t{0}) == 0x1p-33);
  CHECK(open_unit_double(all32) == 1.0 - 0x1p-33);
  CHECK(open_unit_float(0) == 0x1p-24F);
  CHECK(open_unit_float(all32) == 1.0F - 0x1p-24F);
  for (std::uint32_t i = 0; i < 1'000; ++i) {
    const Block block = draw_block(key, i, 0, 0);
    const std::uint64_t bits = half_block(block, 0);
    REQUIRE(open_unit_double(bits) + open_unit_double(~bits) == 1.0);
    REQUIRE(open_unit_double(block[0]) + open_unit_double(~block[0]) == 1.0);
    REQUIRE(open_unit_float(block[0]) + open_unit_float(~block[0]) == 1.0F);
  }
}

TEST_CASE("the halves of a block are its words, low first") {
  constexpr Block block{1, 2, 3, 4};
  CHECK(half_block(block, 0) == 0x0000000200000001);
  CHECK(half_block(block, 1) == 0x0000000400000003);
}

TEST_CASE(
    "bounded integers are the exact floor of bits * bound / range, so the bias is as stated") {
  std::mt19937_64 choose(77);
  for (int i = 0; i < 100'000; ++i) {
    const auto bits = static_cast<std::uint32_t>(choose());
    const auto bound = static_cast<std::uint32_t>(choose() >> (choose() % 32 + 32) | 1);
    const std::uint32_t value = below(bits, bound);
    REQUIRE(value < bound);
    // value <= bits * bound / 2^32 < value + 1, without overflow
    REQUIRE((std::uint64_t{bits} * bound) - (std::uint64_t{value} << 32) <= all32);
  }
  CHECK(below(all64, all64) == all64 - 1);
  CHECK(below(all64, std::uint64_t{1}) == 0);
  CHECK(below(std::uint64_t{1} << 63, std::uint64_t{10}) == 5);
  CHECK(below((std::uint64_t{1} << 63) - 1, std::uint64_t{10}) == 4);
  CHECK(below(all32, 7U) == 6);
}

TEST_CASE("over all 16-bit patterns, bounded integers are as even as counting allows") {
  constexpr std::uint32_t bound = 1000;
  std::vector<int> counts(bound, 0);
  for (std::uint32_t high = 0; high < 65536; ++high) ++counts[below(high << 16, bound)];
  for (const int count : counts) CHECK((count == 65 || count == 66));  // 65536 / 1000 = 65.5
}

TEST_CASE("bounded integers fit the even law") {
  std::vector<double> sample32(200'000);
  std::vector<double> sample64(200'000);
  for (std::size_t i = 0; i < sample32.size(); ++i) {
    const Block block = draw_block(key, i, 1, 0);
    sample32[i] = below(block[0], 37U);
    sample64[i] = static_cast<double>(below(half_block(block, 1), std::uint64_t{37}));
  }
  const auto even = [](double) { return 1.0 / 37; };
  CHECK(count_fit_p(sample32, 37, even) >= alarm_level);
  CHECK(count_fit_p(sample64, 37, even) >= alarm_level);
}

TEST_CASE("a chance of 0 never happens, of 1 always does, and NaN never") {
  for (const double never : {0.0, -0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_FALSE(Chance(never).happens(std::uint64_t{0}));
    CHECK_FALSE(Chance(never).happens(std::uint32_t{0}));
  }
  for (const double always : {1.0, 2.0}) {
    CHECK(Chance(always).happens(all64));
    CHECK(Chance(always).happens(all32));
  }
}

TEST_CASE("a chance happens for exactly its share of the bits") {
  for (const double p : {0.5, 0.25, 0.3, 1e-6, 1.0 - 0x1p-53, 0x1p-64}) {
    const auto share = static_cast<std::uint64_t>(p * 0x1p64);
    CHECK(Chance(p).happens(share - 1));
    CHECK_FALSE(Chance(p).happens(share));
  }
  CHECK(Chance(0.75).happens(0xBFFFFFFFU));
  CHECK_FALSE(Chance(0.75).happens(0xC0000000U));
  CHECK_FALSE(Chance(0x1p-40).happens(std::uint32_t{0}));  // below the grain of 32 bits
}

TEST_CASE("fractions fit the uniform law") {
  std::vector<double> fractions;
  std::vector<double> open;
  std::vector<double> floats;
  for (std::size_t i = 0; i < 200'000; ++i) {
    const Block block = draw_block(key, i, 2, 0);
    fractions.push_back(unit_double(half_block(block, 0)));
    open.push_back(open_unit_double(block[2]));
    floats.push_back(unit_float(block[3]));
  }
  const auto uniform = [](double x) { return x; };
  CHECK(kolmogorov_p(fractions, uniform) >= alarm_level);
  CHECK(kolmogorov_p(open, uniform) >= alarm_level);
  CHECK(kolmogorov_p(floats, uniform) >= alarm_level);
}
