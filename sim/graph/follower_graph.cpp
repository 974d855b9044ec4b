#include "sim/graph/follower_graph.hpp"

#include <algorithm>
#include <atomic>
#include <vector>

#include "sim/parallel/for_blocks.hpp"

namespace clout::graph {

namespace {

constexpr std::size_t rows_per_block = 4096;

std::uint64_t mixed(std::uint64_t x) {
  // The finaliser of SplitMix64: every input bit reaches every output bit.
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

/// Follows gathered into rows by key, in the order of the input within a row.
struct Rows {
  std::vector<std::uint64_t> offsets;
  HugeArray<AccountId> values;
};

Rows gathered(std::size_t accounts, std::span<const Follow> follows) {
  Rows rows{std::vector<std::uint64_t>(accounts + 1, 0), HugeArray<AccountId>(follows.size())};
  for (const Follow& follow : follows) {
    CLOUT_EXPECT(index(follow.follower) < accounts && index(follow.followee) < accounts);
    ++rows.offsets[index(follow.followee) + 1];
  }
  for (std::size_t i = 0; i < accounts; ++i) rows.offsets[i + 1] += rows.offsets[i];
  std::vector<std::uint64_t> next(rows.offsets.begin(), rows.offsets.end() - 1);
  for (const Follow& follow : follows)
    rows.values[next[index(follow.followee)]++] = follow.follower;
  return rows;
}

/// Sorts row i in place and returns how many of its followers are distinct and not i itself; they
/// are moved to its front.
std::size_t tidy_row(AccountId* begin, AccountId* end, AccountId self) {
  std::sort(begin, end);
  AccountId* last = std::unique(begin, end);
  last = std::remove(begin, last, self);
  return static_cast<std::size_t>(last - begin);
}

}  // namespace

FollowerGraph graph_of(std::size_t accounts, std::span<const Follow> follows) {
  Rows rows = gathered(accounts, follows);
  HugeArray<std::uint64_t> offsets(accounts + 1);
  offsets[0] = 0;
  parallel::for_blocks(accounts, rows_per_block, [&](parallel::Range range, std::size_t) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      AccountId* const row = rows.values.data() + rows.offsets[i];
      offsets[i + 1] = tidy_row(row, rows.values.data() + rows.offsets[i + 1], account_at(i));
    }
  });
  for (std::size_t i = 0; i < accounts; ++i) offsets[i + 1] += offsets[i];
  HugeArray<AccountId> followers(offsets[accounts]);
  parallel::for_blocks(accounts, rows_per_block, [&](parallel::Range range, std::size_t) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      std::copy_n(rows.values.data() + rows.offsets[i], offsets[i + 1] - offsets[i],
                  followers.data() + offsets[i]);
    }
  });
  return {std::move(offsets), std::move(followers)};
}

FollowerGraph transpose(const FollowerGraph& graph) {
  const std::size_t accounts = graph.accounts();
  HugeArray<std::uint64_t> offsets(accounts + 1);
  std::fill(offsets.begin(), offsets.end(), 0);
  for (const AccountId follower : graph.rows()) ++offsets[index(follower) + 1];
  for (std::size_t i = 0; i < accounts; ++i) offsets[i + 1] += offsets[i];
  HugeArray<AccountId> followees(graph.follows());
  std::vector<std::uint64_t> next(offsets.begin(), offsets.end() - 1);
  // Rows are visited by rising followee, so each list of followees comes out sorted.
  for (std::size_t k = 0; k < accounts; ++k) {
    for (const AccountId follower : graph.followers(account_at(k)))
      followees[next[index(follower)]++] = account_at(k);
  }
  return {std::move(offsets), std::move(followees)};
}

bool rows_are_valid(const FollowerGraph& graph) {
  std::atomic<bool> valid{true};
  parallel::for_blocks(graph.accounts(), rows_per_block, [&](parallel::Range range, std::size_t) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const auto row = graph.followers(account_at(i));
      const bool rising =
          std::adjacent_find(row.begin(), row.end(), std::greater_equal<>()) == row.end();
      const bool in_range = row.empty() || index(row.back()) < graph.accounts();
      const bool no_loop = !std::binary_search(row.begin(), row.end(), account_at(i));
      if (!(rising && in_range && no_loop)) valid = false;
    }
  });
  return valid;
}

std::uint64_t fingerprint(const FollowerGraph& graph) {
  // A sum over edges of a hash of (followee, place, follower): blocks may be added in any order.
  std::atomic<std::uint64_t> sum{mixed(graph.accounts())};
  parallel::for_blocks(graph.accounts(), rows_per_block, [&](parallel::Range range, std::size_t) {
    std::uint64_t block_sum = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const std::uint64_t row_key = mixed(i + 1);
      std::uint64_t place = 0;
      for (const AccountId follower : graph.followers(account_at(i))) {
        block_sum += mixed(row_key + (place++ << 32U) + index(follower));
      }
    }
    sum += block_sum;
  });
  return mixed(sum);
}

}  // namespace clout::graph
