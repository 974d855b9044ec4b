#include "sim/engine/follow_start.hpp"

#include <algorithm>
#include <span>

#include "sim/engine/view_kernels.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

constexpr std::size_t rows_per_block = 4096;

/// Sets edges to their baseline, a batch at a time.
class Starter {
 public:
  explicit Starter(World& world) : world_(world), kernels_(runnable_view_kernels().back()) {}

  /// A part of an account's row: first is the position of the first of the followers' edges. offer
  /// is 0 for accounts that post nothing of their own, which compete for nobody's attention.
  void add(AccountId account, const market::AuthorTraits& author, std::int64_t offer,
           std::span<const AccountId> followers, std::size_t first) {
    const market::Interests interests = world_.traits[index(account)].interests();
    for (std::size_t at = 0; at < followers.size(); ++at) {
      const std::size_t n = views_.size++;
      __builtin_prefetch(&world_.traits[index(followers[at])]);
      if (offer != 0) __builtin_prefetch(&world_.sums[index(followers[at])], 1);
      views_.of_author.set(n, interests);
      views_.appeal[n] = author.appeal;
      views_.trust_logit[n] = author.trust_logit;
      views_.consumer[n] = static_cast<std::uint32_t>(index(followers[at]));
      views_.edge_number[n] = first + at;
      offer_[n] = offer;
      if (views_.size == ViewBatch::lanes) finish();
    }
  }

  /// Sets those that wait.
  void finish() {
    for (std::size_t n = 0; n < views_.size; ++n)
      views_.viewer.set(n, world_.traits[views_.consumer[n]].interests());
    kernels_.look(world_.rates, views_);
    for (std::size_t n = 0; n < views_.size; ++n) {
      const market::Units trust = market::trust_units(views_.baseline[n]);
      world_.trust[views_.edge_number[n]] = trust;
      world_.edge[views_.edge_number[n]] = {};
      if (offer_[n] == 0) continue;
      market::AttentionSums& sums = world_.sums[views_.consumer[n]];
      sums.offered += offer_[n];
      sums.weighted += offer_[n] * world_.rates.attention.weight(trust);
    }
    views_.size = 0;
  }

 private:
  World& world_;
  const ViewKernels& kernels_;
  ViewBatch views_;
  ViewBatch::Lanes<std::int64_t> offer_{};
};

void start_other_rows(World& world, const market::TraitDraws& draws) {
  const auto& graph = world.network->graph;
  parallel::for_blocks(world.accounts(), rows_per_block, [&](parallel::Range range, std::size_t) {
    Starter starter(world);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (world.influencer_of[i] != no_influencer) continue;
      const AccountId account = account_at(i);
      starter.add(
          account,
          market::author_traits(world.arm->market, draws, account, world.followers(account)), 0,
          graph.followers(account), index(graph.row_begin(account)));
    }
    starter.finish();
  });
}

/// The followers of an account that are among these consumers: rows are sorted.
std::span<const AccountId> among(std::span<const AccountId> row, parallel::Range consumers) {
  const auto begin = std::lower_bound(row.begin(), row.end(), account_at(consumers.begin));
  const auto end = std::partition_point(
      begin, row.end(), [&](AccountId each) { return index(each) < consumers.end; });
  return {begin, end};
}

/// By blocks of consumers, each of which passes along all rows: so nobody else adds to a consumer's
/// sums, which are integers and do not depend on the blocks.
void start_influencers_rows(World& world) {
  const auto& graph = world.network->graph;
  const auto blocks = 2 * static_cast<std::size_t>(parallel::thread_count());
  parallel::for_blocks(world.accounts(), world.accounts() / blocks + 1,
                       [&](parallel::Range consumers, std::size_t) {
                         Starter starter(world);
                         for (const Influencer& each : world.influencers) {
                           const auto row = graph.followers(each.account);
                           const auto part = among(row, consumers);
                           starter.add(each.account, each.author, each.offer, part,
                                       index(graph.row_begin(each.account)) +
                                           static_cast<std::size_t>(part.data() - row.data()));
                         }
                         starter.finish();
                       });
}

}  // namespace

void start_follows(World& world, const market::TraitDraws& draws) {
  start_other_rows(world, draws);
  start_influencers_rows(world);
}

}  // namespace clout::engine
