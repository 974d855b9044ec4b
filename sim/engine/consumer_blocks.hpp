// Consumers in blocks: what works on one block, no other thread touches. Results do not depend on
// how many there are in each.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>

#include "sim/base/contracts.hpp"
#include "sim/base/ids.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

class ConsumerBlocks {
 public:
  /// A block's state stays in a core's cache.
  static constexpr std::size_t smallest = 8192;
  /// Showing deals what is seen to a list for each block; the ends of many more lists than these do
  /// not stay in cache. A day of 10 million accounts took 5.3 s in 1,221 blocks and 2.5 s in 77.
  static constexpr std::size_t most = 128;

  explicit ConsumerBlocks(std::size_t accounts)
      : ConsumerBlocks(accounts,
                       std::max(smallest, std::bit_ceil(parallel::block_count(accounts, most)))) {}

  /// consumers: of each block but the last, a power of two, 4096 at least.
  ConsumerBlocks(std::size_t accounts, std::size_t consumers)
      : accounts_(accounts), shift_(static_cast<unsigned>(std::countr_zero(consumers))) {
    CLOUT_EXPECT(std::has_single_bit(consumers) && consumers >= 4096);
  }

  std::size_t count() const noexcept { return parallel::block_count(accounts_, consumers()); }
  std::size_t consumers() const noexcept { return std::size_t{1} << shift_; }
  parallel::Range range(std::size_t block) const noexcept {
    return parallel::block_range(block, accounts_, consumers());
  }
  std::size_t of(AccountId consumer) const noexcept { return index(consumer) >> shift_; }
  /// Number within its block.
  std::size_t place(AccountId consumer) const noexcept {
    return index(consumer) & (consumers() - 1);
  }

 private:
  std::size_t accounts_;
  unsigned shift_;
};

}  // namespace clout::engine
