#include <cstdint>

#include <boost/random/sobol.hpp>

#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"

namespace clout::design {

namespace {

/// The word with each binary digit kept or flipped by a draw of its own for the digits before it.
std::uint32_t scrambled(std::uint32_t word, std::uint64_t dimension, random::StreamKey key) {
  std::uint32_t result = 0;
  std::uint64_t prefix = 0;  // the digits before, as an integer
  for (std::uint32_t digit = 0; digit < 32; ++digit) {
    const std::uint32_t bit = word >> (31 - digit) & 1U;
    const std::uint32_t flip = random::draw_block(key, dimension << 32 | prefix, digit, 0)[0] & 1U;
    result = result << 1 | (bit ^ flip);
    prefix = prefix << 1 | bit;
  }
  return result;
}

std::uint32_t shifted(std::uint32_t word, std::uint64_t dimension, random::StreamKey key) {
  return word + random::draw_block(key, dimension, 0, 0)[0];
}

}  // namespace

Points sobol(random::Seed seed, std::size_t dimensions, std::size_t count,
             Randomization randomization) {
  CLOUT_EXPECT(dimensions >= 1 && dimensions <= most_sobol_dimensions);
  CLOUT_EXPECT(count <= std::size_t{1} << 31);
  const bool owen = randomization == Randomization::owen;
  const auto key =
      random::stream_key(seed, random::Replicate{0},
                         owen ? random::Purpose::sobol_scramble : random::Purpose::sobol_shift);
  boost::random::sobol_engine<std::uint32_t, 32> engine(dimensions);
  Points points(count, Point(dimensions));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t d = 0; d < dimensions; ++d) {
      std::uint32_t word = i == 0 ? 0 : engine();  // Boost leaves the first point, 0, out
      if (owen) word = scrambled(word, d, key);
      if (randomization == Randomization::shift) word = shifted(word, d, key);
      points[i][d] = random::unit_double(word);
    }
  }
  return points;
}

}  // namespace clout::design
