#include "sim/graph/row_builder.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

namespace clout::graph {

namespace {

constexpr std::uint32_t nobody = 0xffffffffU;

/// Counts finished parts and passes the count on, one caller at a time.
class Counted {
 public:
  Counted(const Progress& progress, std::size_t total) : progress_(progress), total_(total) {}
  void done() {
    if (!progress_) return;
    const std::scoped_lock lock(mutex_);
    progress_(++done_, total_);
  }

 private:
  const Progress& progress_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::mutex mutex_;
};

using Tasks = std::vector<std::unique_ptr<FollowBuckets>>;

/// One bucket of neighbouring followees, over the follows of all tasks.
struct Bucket {
  const Tasks& tasks;
  std::size_t number;
  parallel::Range followees;

  /// Calls visit(followee within the bucket, follower) for each follow that is not a repetition.
  template <typename Visit>
  void for_each_distinct(Visit&& visit) const {
    std::vector<std::uint32_t> last(followees.size(), nobody);
    for (const auto& task : tasks) {
      task->for_each(number, [&](std::uint32_t followee, std::uint32_t follower) {
        if (last[followee] == follower) return;
        last[followee] = follower;
        visit(followee, follower);
      });
    }
  }
};

Tasks emitted(std::size_t accounts, parallel::Range followers, BucketGrid grid,
              const EmitFollows& emit, Counted& counted) {
  const std::size_t task_size = std::size_t{1} << grid.follower_bits;
  Tasks tasks(parallel::block_count(followers.size(), task_size));
  parallel::for_blocks(followers.size(), task_size, [&](parallel::Range part, std::size_t task) {
    const parallel::Range mine{followers.begin + part.begin, followers.begin + part.end};
    tasks[task] =
        std::make_unique<FollowBuckets>(grid, accounts, static_cast<std::uint32_t>(mine.begin));
    emit(mine, *tasks[task]);
    counted.done();
  });
  return tasks;
}

}  // namespace

BucketGrid BucketGrid::fitting(std::size_t accounts) noexcept {
  BucketGrid grid{12, 12};
  while (grid.follower_bits < 18 && (accounts >> grid.follower_bits) > 48) ++grid.follower_bits;
  return grid;
}

FollowBuckets::FollowBuckets(BucketGrid grid, std::size_t accounts, std::uint32_t first_follower)
    : grid_(grid),
      first_follower_(first_follower),
      follower_mask_((std::uint32_t{1} << grid.follower_bits) - 1),
      followee_mask_((std::uint32_t{1} << grid.followee_bits) - 1),
      chains_((accounts >> grid.followee_bits) + 1) {}

void FollowBuckets::extend(Chain& chain) {
  constexpr std::size_t stride = block_size + 2;
  constexpr std::size_t slab_words = slab_bytes / sizeof(std::uint32_t);
  if (slabs_.empty() || slab_used_ + stride > slab_words) {
    slabs_.emplace_back(slab_words);
    slab_used_ = 0;
  }
  std::uint32_t* const block = slabs_.back().data() + slab_used_;
  slab_used_ += stride;
  const std::uint32_t* const none = nullptr;
  std::memcpy(block + block_size, &none, sizeof none);
  if (chain.first == nullptr) {
    chain.first = block;
  } else {
    std::memcpy(chain.end, &block,
                sizeof block);  // chain.end is where the full block's successor stands
  }
  chain.next = block;
  chain.end = block + block_size;
}

const std::uint32_t* FollowBuckets::successor(const std::uint32_t* block) noexcept {
  const std::uint32_t* next = nullptr;
  std::memcpy(&next, block + block_size, sizeof next);
  return next;
}

FollowerGraph build_rows(std::size_t accounts, parallel::Range followers, const EmitFollows& emit,
                         const std::vector<GivenRow>& given, const Progress& progress) {
  const BucketGrid grid = BucketGrid::fitting(accounts);
  const std::size_t bucket_size = std::size_t{1} << grid.followee_bits;
  Counted counted(progress,
                  parallel::block_count(followers.size(), std::size_t{1} << grid.follower_bits));
  const Tasks tasks = emitted(accounts, followers, grid, emit, counted);

  HugeArray<std::uint64_t> offsets(accounts + 1);
  offsets[0] = 0;
  parallel::for_blocks(accounts, bucket_size, [&](parallel::Range followees, std::size_t bucket) {
    std::vector<std::uint32_t> audience(followees.size(), 0);
    Bucket{tasks, bucket, followees}.for_each_distinct(
        [&](std::uint32_t followee, std::uint32_t) { ++audience[followee]; });
    std::copy(audience.begin(), audience.end(), &offsets[followees.begin + 1]);
  });
  for (const GivenRow& row : given) offsets[row.account + 1] = row.followers.size();
  for (std::size_t i = 0; i < accounts; ++i) offsets[i + 1] += offsets[i];

  HugeArray<AccountId> rows(offsets[accounts]);
  parallel::for_blocks(accounts, bucket_size, [&](parallel::Range followees, std::size_t bucket) {
    std::vector<std::uint64_t> next(&offsets[followees.begin],
                                    &offsets[followees.begin] + followees.size());
    Bucket{tasks, bucket, followees}.for_each_distinct(
        [&](std::uint32_t followee, std::uint32_t follower) {
          rows[next[followee]++] = AccountId{follower};
        });
  });
  for (const GivenRow& row : given)
    std::copy(row.followers.begin(), row.followers.end(), &rows[offsets[row.account]]);
  return {std::move(offsets), std::move(rows)};
}

}  // namespace clout::graph
