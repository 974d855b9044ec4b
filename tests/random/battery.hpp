// A battery for independence across keys: it walks along one part of the key at a time and tests
// the blocks it meets.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/random/philox.hpp"

namespace clout::testing {

/// The whole key and counter of one draw, as plain numbers.
struct FullKey {
  std::uint64_t seed;
  std::uint32_t replicate;
  std::uint32_t purpose;
  std::uint64_t entity;
  std::uint32_t time;
  std::uint32_t index;
};

/// A way to make draws: the one under test, or one with a planted defect.
using DrawFunction = std::function<random::Block(const FullKey&)>;

/// A walk through the keys: which key is met at step i.
struct Walk {
  std::string name;
  FullKey (*at)(std::uint64_t step);
};

/// Walks along each part of the key, and along diagonals on which sums of parts stay the same.
const std::vector<Walk>& key_walks();

/// A test's p-value (goodness.hpp).
struct Finding {
  std::string test;
  double p;
};

/// All tests on the blocks of one walk: frequencies of bytes and of bits, bits that flip between
/// neighbours, correlation with neighbours and between words, pairs of neighbouring values,
/// birthday spacings and repeated blocks.
std::vector<Finding> run_battery(const std::vector<random::Block>& blocks);

/// The blocks that a way to draw gives along a walk.
std::vector<random::Block> walk_blocks(const DrawFunction& draw, const Walk& walk,
                                       std::size_t count);

}  // namespace clout::testing
