// The follower graph: for each account the sorted list of its followers, in one block of memory
// (compressed sparse rows by followee). A post streams one row; the state of a follow edge lies in
// arrays parallel to the rows.
#pragma once

#include <span>

#include "sim/base/contracts.hpp"
#include "sim/base/huge_array.hpp"
#include "sim/base/ids.hpp"

namespace clout::graph {

/// Immutable. Rows are sorted, without duplicates and self-loops. Accounts are 32-bit, edge
/// positions 64-bit.
class FollowerGraph {
 public:
  FollowerGraph() : FollowerGraph(no_rows(), {}) {}

  /// offsets: accounts+1 positions, from 0, never falling, the last equal to followers.size().
  /// followers: the rows one after another. Shapes are checked here; check_rows() looks at every
  /// row.
  FollowerGraph(HugeArray<std::uint64_t> offsets, HugeArray<AccountId> followers)
      : offsets_(std::move(offsets)), followers_(std::move(followers)) {
    CLOUT_EXPECT(!offsets_.empty() && offsets_[0] == 0 &&
                 offsets_[offsets_.size() - 1] == followers_.size());
  }

  std::size_t accounts() const noexcept { return offsets_.size() - 1; }
  std::size_t follows() const noexcept { return followers_.size(); }

  /// Sorted ids of the accounts that follow this one.
  std::span<const AccountId> followers(AccountId account) const noexcept {
    return {followers_.data() + offsets_[index(account)], audience(account)};
  }
  /// Number of followers.
  std::size_t audience(AccountId account) const noexcept {
    return offsets_[index(account) + 1] - offsets_[index(account)];
  }
  /// Position of the account's first follow edge in arrays parallel to the rows.
  EdgeIndex row_begin(AccountId account) const noexcept {
    return EdgeIndex{offsets_[index(account)]};
  }

  std::span<const std::uint64_t> offsets() const noexcept { return offsets_.span(); }
  std::span<const AccountId> rows() const noexcept { return followers_.span(); }

 private:
  static HugeArray<std::uint64_t> no_rows() {
    HugeArray<std::uint64_t> offsets(1);
    offsets[0] = 0;
    return offsets;
  }

  HugeArray<std::uint64_t> offsets_;
  HugeArray<AccountId> followers_;
};

/// One follow: who sees whose posts.
struct Follow {
  AccountId follower;
  AccountId followee;

  bool operator==(const Follow&) const = default;
  auto operator<=>(const Follow&) const = default;
};

/// The graph of these follows among accounts 0 .. accounts-1. Duplicates and self-loops are
/// dropped. Ids must be below accounts. O(follows log row), in parallel, for imports and tests; the
/// generator builds its rows itself.
FollowerGraph graph_of(std::size_t accounts, std::span<const Follow> follows);

/// The same follows by follower: row i of the result lists the accounts that i follows, sorted.
/// O(follows).
FollowerGraph transpose(const FollowerGraph& graph);

/// Whether every row is sorted, free of duplicates and self-loops, and every id in range.
bool rows_are_valid(const FollowerGraph& graph);

/// 64 bits that depend on every offset and follower and on nothing else; equal for equal graphs on
/// every machine.
std::uint64_t fingerprint(const FollowerGraph& graph);

}  // namespace clout::graph
