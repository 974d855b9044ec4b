#include "sim/graph/permutation.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

#include "sim/random/philox.hpp"
#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using clout::graph::Permutation;
using clout::testing::alarm_level;

namespace {

clout::random::StreamKey key(std::uint64_t seed) {
  return stream_key(clout::random::Seed{seed}, clout::random::Replicate{0},
                    clout::random::Purpose::celebrity_follow);
}

std::vector<std::uint32_t> images(const Permutation& permutation, std::uint32_t size) {
  std::vector<std::uint32_t> list(size);
  for (std::uint32_t i = 0; i < size; ++i) list[i] = permutation(i);
  return list;
}

std::size_t equal_positions(const std::vector<std::uint32_t>& a,
                            const std::vector<std::uint32_t>& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1U : 0U;
  return equal;
}

}  // namespace

TEST_CASE("a permutation takes every position to another one of the range") {
  for (const std::uint32_t size : {1U, 2U, 3U, 4U, 5U, 15U, 16U, 17U, 64U, 65U, 1000U, 4096U, 4097U,
                                   65535U, 65536U, 65537U, 300'000U}) {
    for (std::uint64_t entity = 0; entity < 5; ++entity) {
      const auto list = images(Permutation(key(1), entity, size), size);
      std::vector<char> hit(size, 0);
      bool in_range = true;
      for (const std::uint32_t image : list) {
        in_range = in_range && image < size;
        if (image < size) hit[image] = 1;
      }
      CHECK(in_range);
      CHECK(std::count(hit.begin(), hit.end(), 1) == size);
    }
  }
}

TEST_CASE("the largest size keeps positions apart and in range") {
  constexpr std::uint32_t size = 0xffffffffU;
  const Permutation permutation(key(1), 3, size);
  std::unordered_set<std::uint32_t> seen;
  bool in_range = true;
  for (std::uint32_t i = 0; i < 50'000; ++i) {
    for (const std::uint32_t position : {i, size - 1 - i}) {
      in_range = in_range && permutation(position) < size;
      seen.insert(permutation(position));
    }
  }
  CHECK(in_range);
  CHECK(seen.size() == 100'000);
}

TEST_CASE("permutations of other entities and keys are other permutations") {
  constexpr std::uint32_t size = 1000;
  const auto first = images(Permutation(key(1), 0, size), size);
  CHECK(first == images(Permutation(key(1), 0, size), size));
  // Fixed points of one random permutation after another are Poisson with mean 1: over 20 with
  // probability 1e-20.
  CHECK(equal_positions(first, images(Permutation(key(1), 1, size), size)) <= 20);
  CHECK(equal_positions(first, images(Permutation(key(2), 0, size), size)) <= 20);
}

// Each check alarms on correct code with probability 1e-9, over the choice of the fixed keys.
TEST_CASE("each position goes anywhere with equal probability") {
  constexpr std::uint64_t entities = 50'000;
  for (const std::uint32_t size : {17U, 99U, 1000U}) {
    for (const std::uint32_t position : {0U, 1U, size / 2, size - 1}) {
      std::vector<double> counts(size, 0);
      for (std::uint64_t entity = 0; entity < entities; ++entity) {
        counts[Permutation(key(5), entity, size)(position)] += 1;
      }
      const std::vector<double> probabilities(size, 1.0 / size);
      CHECK(clout::testing::fit_p(counts, probabilities, entities) > alarm_level);
    }
  }
}

TEST_CASE("two positions fall into the same part as often as two draws without replacement") {
  constexpr std::uint64_t entities = 50'000;
  constexpr std::uint32_t size = 99;
  constexpr std::uint32_t part = 30;
  const double both = part * (part - 1.0) / (size * (size - 1.0));
  for (const std::uint32_t other : {1U, 8U, 16U, 98U}) {
    double count = 0;
    for (std::uint64_t entity = 0; entity < entities; ++entity) {
      const Permutation permutation(key(6), entity, size);
      count += permutation(0) < part && permutation(other) < part ? 1U : 0U;
    }
    const double z = (count - entities * both) / std::sqrt(entities * both * (1 - both));
    CHECK(clout::testing::normal_p(z) > alarm_level);
  }
}
