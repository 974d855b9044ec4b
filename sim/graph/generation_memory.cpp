#include "sim/graph/generation_memory.hpp"

#include <algorithm>

#include "sim/base/huge_page.hpp"
#include "sim/graph/row_builder.hpp"

namespace clout::graph {

namespace {

double planted_follows(const GraphSpec& spec) {
  double sum = 0;
  for (const CelebritySpec& each : spec.celebrities)
    sum += each.audience_share * static_cast<double>(spec.accounts);
  for (const PlantedInfluencer& each : spec.influencers)
    sum += static_cast<double>(std::min(each.audience, spec.accounts));
  return sum;
}

/// Through the four measurements of the header, within 5%.
double drafts_per_follow(double copied_share) {
  const double square = copied_share * copied_share;
  return 1.1 + 0.15 * copied_share + 1.25 * square * square;
}

}  // namespace

GraphSize expected_size(const GraphSpec& spec) {
  const double grown = static_cast<double>(spec.accounts) * spec.mean_follows;
  return {static_cast<std::uint64_t>(spec.accounts),
          static_cast<std::uint64_t>(grown + planted_follows(spec))};
}

std::uint64_t graph_bytes(const GraphSize& size) {
  return huge_array_bytes(size.follows * sizeof(AccountId)) +
         huge_array_bytes((size.accounts + 1) * sizeof(std::uint64_t)) +
         size.accounts * sizeof(NicheId);
}

std::uint64_t generating_bytes(const GraphSpec& spec) {
  const auto accounts = static_cast<std::size_t>(spec.accounts);
  const BucketGrid grid = BucketGrid::fitting(accounts);
  const std::size_t tasks = parallel::block_count(accounts, std::size_t{1} << grid.follower_bits);
  const std::size_t buckets = (accounts >> grid.followee_bits) + 1;
  const double drafts = drafts_per_follow(spec.copied_share) * spec.mean_follows *
                        static_cast<double>(accounts) / static_cast<double>(tasks);
  const std::size_t of_task = static_cast<std::size_t>(drafts) * sizeof(std::uint32_t) +
                              buckets * FollowBuckets::block_bytes / 2;
  const std::size_t pages = (of_task + huge_page_bytes - 1) / huge_page_bytes;
  const std::size_t chains = buckets * 3 * sizeof(std::uint32_t*);
  return tasks * (pages * huge_page_bytes + chains) +
         static_cast<std::uint64_t>(planted_follows(spec)) * sizeof(AccountId);
}

}  // namespace clout::graph
