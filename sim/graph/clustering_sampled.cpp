#include <algorithm>

#include "sim/graph/block_sum.hpp"
#include "sim/graph/clustering.hpp"
#include "sim/graph/sample_draw.hpp"

namespace clout::graph {

namespace {

/// Accounts drawn in proportion to an integer weight: running sums, searched.
class WeightedAccounts {
 public:
  template <typename Weight>
  WeightedAccounts(std::size_t accounts, Weight&& weight) : sums_(accounts) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < accounts; ++i) sums_[i] = sum += weight(i);
  }

  std::uint64_t total() const { return sums_.empty() ? 0 : sums_.back(); }
  AccountId draw(SampleDraws& draws) const {
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), draws.below(total()));
    return account_at(static_cast<std::size_t>(found - sums_.begin()));
  }

 private:
  std::vector<std::uint64_t> sums_;
};

/// A uniform neighbour: uniform over followers and followees together, where a followee that is a
/// follower too is refused (it was already counted as a follower).
AccountId draw_neighbour(const TwoWayGraph& graph, AccountId account, SampleDraws& draws) {
  const auto in = graph.followers.followers(account);
  const auto out = graph.followees.followers(account);
  while (true) {
    const std::uint64_t at = draws.below(in.size() + out.size());
    if (at < in.size()) return in[at];
    const AccountId candidate = out[at - in.size()];
    if (!holds(in, candidate)) return candidate;
  }
}

/// Whether a uniform pair of different neighbours of the account is connected. It must have at
/// least 2.
bool draw_closed_pair(const TwoWayGraph& graph, AccountId account, SampleDraws& draws) {
  const AccountId a = draw_neighbour(graph, account, draws);
  AccountId b = a;
  while (b == a) b = draw_neighbour(graph, account, draws);
  return are_neighbours(graph, a, b);
}

/// Share of samples for which hit(draws) holds.
template <typename Hit>
Estimate sampled(random::Seed seed, SampleFor statistic, std::uint64_t samples, Hit&& hit) {
  const std::uint64_t hits =
      block_sum<std::uint64_t>(samples, [&](std::size_t sample) -> std::uint64_t {
        SampleDraws draws(seed, statistic, sample);
        return hit(draws) ? 1 : 0;
      });
  return share_of(hits, samples);
}

}  // namespace

Clustering clustering_sampled(const TwoWayGraph& graph, const Degrees& degrees, random::Seed seed,
                              std::uint64_t samples) {
  const WeightedAccounts centres(graph.accounts(), [&](std::size_t i) {
    const std::uint64_t d = degrees.neighbours(i);
    return d < 2 ? 0 : d * (d - 1) / 2;
  });
  const WeightedAccounts accounts(
      graph.accounts(), [&](std::size_t i) { return degrees.neighbours(i) < 2 ? 0U : 1U; });
  if (centres.total() == 0) return {{}, {}, {graph.accounts() == 0 ? undefined : 0}};
  Clustering result;
  result.transitivity = sampled(seed, SampleFor::wedges, samples, [&](SampleDraws& draws) {
    return draw_closed_pair(graph, centres.draw(draws), draws);
  });
  result.local = sampled(seed, SampleFor::local_pairs, samples, [&](SampleDraws& draws) {
    return draw_closed_pair(graph, accounts.draw(draws), draws);
  });
  const double with_wedges =
      static_cast<double>(accounts.total()) / static_cast<double>(graph.accounts());
  result.local_all = {result.local.value * with_wedges, result.local.standard_error * with_wedges,
                      samples};
  return result;
}

Estimate closure_sampled(const TwoWayGraph& graph, const Degrees& degrees, random::Seed seed,
                         std::uint64_t samples) {
  const WeightedAccounts centres(graph.accounts(), [&](std::size_t i) {
    return std::uint64_t{degrees.in[i]} * degrees.out[i] - degrees.mutual[i];
  });
  if (centres.total() == 0) return {};
  return sampled(seed, SampleFor::two_paths, samples, [&](SampleDraws& draws) {
    const AccountId v = centres.draw(draws);
    const auto in = graph.followers.followers(v);
    const auto out = graph.followees.followers(v);
    // The centre was drawn by its number of paths with u != w; among those the pair is uniform if
    // pairs u = w are drawn anew.
    while (true) {
      const AccountId u = in[draws.below(in.size())];
      const AccountId w = out[draws.below(out.size())];
      if (u != w) return follows(graph, u, w);
    }
  });
}

}  // namespace clout::graph
