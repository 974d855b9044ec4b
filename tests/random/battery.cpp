#include "tests/random/battery.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "tests/random/goodness.hpp"

namespace clout::testing {

namespace {

using random::Block;
using Blocks = std::vector<Block>;

constexpr std::uint32_t low32(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

// Centred value of a word, of variance 1 / 12.
double centred(std::uint32_t word) { return (word + 0.5) * 0x1p-32 - 0.5; }

Finding byte_frequencies(const Blocks& blocks, std::size_t word, int shift) {
  std::vector<double> counts(256, 0.0);
  for (const Block& block : blocks) counts[(block[word] >> shift) & 0xff] += 1.0;
  const std::vector<double> even(256, 1.0 / 256);
  return {"byte frequencies, word " + std::to_string(word) + " shift " + std::to_string(shift),
          fit_p(counts, even, static_cast<double>(blocks.size()))};
}

// Sum over the 128 bits of (ones - n/2)^2 / (n/4).
Finding bit_balance(const Blocks& blocks, const std::string& name) {
  std::array<double, 128> ones{};
  for (const Block& block : blocks) {
    for (std::size_t bit = 0; bit < 128; ++bit) ones[bit] += (block[bit / 32] >> (bit % 32)) & 1;
  }
  const auto n = static_cast<double>(blocks.size());
  double statistic = 0.0;
  for (const double count : ones) statistic += (count - n / 2) * (count - n / 2) / (n / 4);
  return {name, chi_square_p(statistic, 128)};
}

Blocks flips_between_neighbours(const Blocks& blocks) {
  Blocks flips(blocks.size() - 1);
  for (std::size_t i = 0; i < flips.size(); ++i) {
    for (std::size_t word = 0; word < 4; ++word)
      flips[i][word] = blocks[i][word] ^ blocks[i + 1][word];
  }
  return flips;
}

// How many of the 128 bits differ between disjoint pairs of neighbours: binomial.
Finding flip_weights(const Blocks& flips) {
  std::vector<double> counts(129, 0.0);
  double pairs = 0.0;
  for (std::size_t i = 0; i < flips.size(); i += 2, pairs += 1.0) {
    int weight = 0;
    for (const std::uint32_t word : flips[i]) weight += std::popcount(word);
    counts[static_cast<std::size_t>(weight)] += 1.0;
  }
  std::vector<double> binomial(129);
  for (std::size_t k = 0; k < binomial.size(); ++k) {
    const auto x = static_cast<double>(k);
    binomial[k] = std::exp(std::lgamma(129.0) - std::lgamma(x + 1) - std::lgamma(129.0 - x) -
                           128 * std::log(2.0));
  }
  return {"bits flipped between neighbours", fit_p(counts, binomial, pairs)};
}

Finding correlation(const Blocks& blocks, std::size_t word, std::size_t other, std::size_t lag) {
  const std::size_t pairs = blocks.size() - lag;
  double sum = 0.0;
  for (std::size_t i = 0; i < pairs; ++i)
    sum += centred(blocks[i][word]) * centred(blocks[i + lag][other]);
  return {"correlation of words " + std::to_string(word) + " and " + std::to_string(other) +
              " at lag " + std::to_string(lag),
          normal_p(sum * 12.0 / std::sqrt(static_cast<double>(pairs)))};
}

// Disjoint pairs of neighbours, four bits of each: 256 cells.
Finding neighbour_pairs(const Blocks& blocks, std::size_t word, int shift) {
  std::vector<double> counts(256, 0.0);
  for (std::size_t i = 0; i + 1 < blocks.size(); i += 2) {
    const std::uint32_t first = (blocks[i][word] >> shift) & 15;
    const std::uint32_t second = (blocks[i + 1][word] >> shift) & 15;
    counts[first * 16 + second] += 1.0;
  }
  const std::vector<double> even(256, 1.0 / 256);
  return {"pairs of neighbours, word " + std::to_string(word) + " shift " + std::to_string(shift),
          fit_p(counts, even, std::floor(static_cast<double>(blocks.size()) / 2))};
}

// G. Marsaglia's birthday spacings: 4096 birthdays in a year of 2^32 days give a Poisson number
// (mean 4) of equal spacings.
Finding birthday_spacings(const Blocks& blocks, std::size_t word) {
  constexpr std::size_t birthdays = 4096;
  double repeats = 0.0;
  double years = 0.0;
  std::vector<std::uint32_t> days(birthdays);
  for (std::size_t start = 0; start + birthdays <= blocks.size();
       start += birthdays, years += 1.0) {
    for (std::size_t i = 0; i < birthdays; ++i) days[i] = blocks[start + i][word];
    std::sort(days.begin(), days.end());
    std::vector<std::uint32_t> spacings(birthdays);
    for (std::size_t i = 0; i < birthdays; ++i)
      spacings[i] = days[i] - days[i == 0 ? birthdays - 1 : i - 1];
    std::sort(spacings.begin(), spacings.end());
    for (std::size_t i = 1; i < birthdays; ++i)
      repeats += spacings[i] == spacings[i - 1] ? 1.0 : 0.0;
  }
  return {"birthday spacings, word " + std::to_string(word), poisson_p(repeats, 4.0 * years)};
}

// Halves of blocks are 64 bits: any repeat among 2^16 has probability 2^-33.
Finding repeated_halves(const Blocks& blocks, std::size_t half) {
  std::vector<std::uint64_t> halves(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    halves[i] = blocks[i][2 * half] | std::uint64_t{blocks[i][2 * half + 1]} << 32;
  }
  std::sort(halves.begin(), halves.end());
  const auto distinct = std::unique(halves.begin(), halves.end()) - halves.begin();
  const auto n = static_cast<double>(blocks.size());
  const double repeats = n - static_cast<double>(distinct);
  return {"repeated half " + std::to_string(half), poisson_p(repeats, n * n / 2 * 0x1p-64)};
}

}  // namespace

const std::vector<Walk>& key_walks() {
  // Steps start away from 0, so that every part of the key carries bits.
  static const std::vector<Walk> walks{
      {"index", [](std::uint64_t i) { return FullKey{42, 3, 2, 1000, 17, low32(i)}; }},
      {"entity", [](std::uint64_t i) { return FullKey{42, 3, 2, i, 17, 0}; }},
      {"entity, high half",
       [](std::uint64_t i) { return FullKey{42, 3, 2, 1000 + (i << 32), 17, 0}; }},
      {"time", [](std::uint64_t i) { return FullKey{42, 3, 2, 1000, low32(i), 0}; }},
      {"replicate", [](std::uint64_t i) { return FullKey{42, low32(i), 2, 1000, 17, 0}; }},
      {"purpose", [](std::uint64_t i) { return FullKey{42, 3, low32(i), 1000, 17, 0}; }},
      {"seed", [](std::uint64_t i) { return FullKey{i, 3, 2, 1000, 17, 0}; }},
      {"seeds one bit apart",
       [](std::uint64_t i) { return FullKey{i ^ (i >> 1), 3, 2, 1000, 17, 0}; }},
      {"high seeds one bit apart",
       [](std::uint64_t i) { return FullKey{(i ^ (i >> 1)) << 40, 3, 2, 1000, 17, 0}; }},
      {"seed up, replicate down",
       [](std::uint64_t i) { return FullKey{i, ~low32(i), 2, 1000, 17, 0}; }},
      {"replicate up, purpose down",
       [](std::uint64_t i) { return FullKey{42, low32(i), ~low32(i), 1000, 17, 0}; }},
      {"entity up, index down",
       [](std::uint64_t i) { return FullKey{42, 3, 2, i, 17, ~low32(i)}; }},
      {"entity up, time down", [](std::uint64_t i) { return FullKey{42, 3, 2, i, ~low32(i), 0}; }},
      {"purpose up, entity down",
       [](std::uint64_t i) { return FullKey{42, 3, low32(i), ~i, 17, 0}; }},
  };
  return walks;
}

std::vector<Block> walk_blocks(const DrawFunction& draw, const Walk& walk, std::size_t count) {
  Blocks blocks(count);
  for (std::size_t i = 0; i < count; ++i) blocks[i] = draw(walk.at(i));
  return blocks;
}

std::vector<Finding> run_battery(const Blocks& blocks) {
  std::vector<Finding> findings;
  const Blocks flips = flips_between_neighbours(blocks);
  findings.push_back(bit_balance(blocks, "balance of the bits"));
  findings.push_back(bit_balance(flips, "balance of the flips between neighbours"));
  findings.push_back(flip_weights(flips));
  for (std::size_t word = 0; word < 4; ++word) {
    for (int shift = 0; shift < 32; shift += 8)
      findings.push_back(byte_frequencies(blocks, word, shift));
    for (const int shift : {0, 28}) findings.push_back(neighbour_pairs(blocks, word, shift));
    for (const std::size_t lag : {1U, 2U}) findings.push_back(correlation(blocks, word, word, lag));
    for (std::size_t other = 0; other < word; ++other)
      findings.push_back(correlation(blocks, word, other, 0));
    findings.push_back(birthday_spacings(blocks, word));
  }
  for (const std::size_t half : {0U, 1U}) findings.push_back(repeated_halves(blocks, half));
  return findings;
}

}  // namespace clout::testing
