// Sums over positions that come out the same on any number of threads: a partial sum per block,
// added in block order.
#pragma once

#include <vector>

#include "sim/parallel/for_blocks.hpp"

namespace clout::graph {

/// Accounts handed to a thread at a time. Part of the floating-point results: the order of their
/// sums follows it.
inline constexpr std::size_t accounts_per_block = 2048;

/// Sum of body(i) over i in [0, count). Total needs a zero by Total{} and operator+=; body must not
/// write shared state.
template <typename Total, typename Body>
Total block_sum(std::size_t count, Body&& body) {
  std::vector<Total> parts(parallel::block_count(count, accounts_per_block));
  parallel::for_blocks(count, accounts_per_block, [&](parallel::Range range, std::size_t block) {
    Total part{};
    for (std::size_t i = range.begin; i < range.end; ++i) part += body(i);
    parts[block] = part;
  });
  Total total{};
  for (const Total& part : parts) total += part;
  return total;
}

/// Calls body(i) for each i in [0, count), in parallel; body may write what belongs to i.
template <typename Body>
void for_each_account(std::size_t count, Body&& body) {
  parallel::for_blocks(count, accounts_per_block, [&](parallel::Range range, std::size_t) {
    for (std::size_t i = range.begin; i < range.end; ++i) body(i);
  });
}

}  // namespace clout::graph
