#include "sim/graph/permutation.hpp"

#include "sim/base/contracts.hpp"
#include "sim/random/philox.hpp"

namespace clout::graph {

Permutation::Permutation(random::StreamKey key, std::uint64_t entity, std::uint32_t size) noexcept
    : size_(size) {
  CLOUT_EXPECT(size > 0);
  while (half_bits_ < 16 && ((size - 1) >> (2 * half_bits_)) != 0) ++half_bits_;
  half_mask_ = (std::uint32_t{1} << half_bits_) - 1;
  const random::Block first = draw_block(key, entity, 0, 0);
  const random::Block second = draw_block(key, entity, 0, 1);
  round_keys_ = {first[0], first[1], first[2], first[3], second[0], second[1]};
}

}  // namespace clout::graph
