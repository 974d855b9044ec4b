// From "whom does u follow" to "who follows k": the one big reordering of graph generation, without
// sorting.
//
// Follows arrive by rising follower. They are dealt into buckets of neighbouring followees, packed
// into 32 bits each (followee within the bucket, follower within the task), so that a bucket's
// counters and rows stay in cache. Within a bucket they still rise by follower, so counting and
// then placing them leaves every row sorted, and a repeated follow directly behind its first in its
// row, where it is dropped.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/base/huge_array.hpp"
#include "sim/base/ids.hpp"
#include "sim/graph/follower_graph.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::graph {

/// How ids are split between buckets of followees and tasks of followers; the two parts of a packed
/// follow fill 32 bits.
struct BucketGrid {
  unsigned followee_bits = 12;  ///< a bucket is 2^this followees
  unsigned follower_bits = 16;  ///< a task is 2^this followers; followee_bits + follower_bits <= 32

  /// Tasks small enough to keep some for every thread, buckets small enough for the second-level
  /// cache.
  static BucketGrid fitting(std::size_t accounts) noexcept;
};

/// The follows of one task's followers, by bucket, each a chain of blocks. Written by one thread.
class FollowBuckets {
 public:
  static constexpr std::size_t block_bytes = 4096;  ///< of a chain, successor included
  static constexpr std::size_t slab_bytes = std::size_t{4} << 20U;  ///< that blocks are cut from

  FollowBuckets(BucketGrid grid, std::size_t accounts, std::uint32_t first_follower);

  /// Adds follows of one account; calls must come by rising follower.
  void add(std::uint32_t follower, std::span<const std::uint32_t> followees) {
    const std::uint32_t low = (follower - first_follower_) & follower_mask_;
    for (const std::uint32_t followee : followees) {
      const std::size_t bucket = followee >> grid_.followee_bits;
      Chain& chain = chains_[bucket];
      if (chain.next == chain.end) extend(chain);
      *chain.next++ = ((followee & followee_mask_) << grid_.follower_bits) | low;
    }
  }

  /// Calls visit(followee within the bucket, follower) for each follow of a bucket in the order
  /// they were added.
  template <typename Visit>
  void for_each(std::size_t bucket, Visit&& visit) const {
    const Chain& chain = chains_[bucket];
    for (const std::uint32_t* block = chain.first; block != nullptr;) {
      const std::uint32_t* const next = successor(block);
      const std::uint32_t* const end = next != nullptr ? block + block_size : chain.next;
      for (const std::uint32_t* packed = block; packed != end; ++packed) {
        visit(*packed >> grid_.follower_bits, first_follower_ + (*packed & follower_mask_));
      }
      block = next;
    }
  }

 private:
  static constexpr std::size_t block_size = block_bytes / 4 - 2;  // two words: the successor

  struct Chain {
    std::uint32_t* first = nullptr;
    std::uint32_t* next = nullptr;
    std::uint32_t* end = nullptr;
  };

  void extend(Chain& chain);
  static const std::uint32_t* successor(const std::uint32_t* block) noexcept;

  BucketGrid grid_;
  std::uint32_t first_follower_;
  std::uint32_t follower_mask_;
  std::uint32_t followee_mask_;
  std::vector<Chain> chains_;
  std::vector<HugeArray<std::uint32_t>> slabs_;
  std::size_t slab_used_ = 0;
};

/// Adds the follows of the followers in range to the buckets, by rising follower.
using EmitFollows = std::function<void(parallel::Range followers, FollowBuckets& buckets)>;

/// A row that is known as a whole (a planted celebrity's followers, sorted). No emitted follow may
/// go to its account.
struct GivenRow {
  std::uint32_t account;
  std::vector<AccountId> followers;
};

/// Told after each finished part of the work, one call at a time, from any thread.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// The graph of all follows that emit adds for followers in [followers.begin, followers.end),
/// repetitions dropped, and the given rows. The same for any number of threads. Memory: 4 bytes per
/// emitted follow beside the graph itself.
FollowerGraph build_rows(std::size_t accounts, parallel::Range followers, const EmitFollows& emit,
                         const std::vector<GivenRow>& given, const Progress& progress);

}  // namespace clout::graph
