#include "sim/graph/distances.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "sim/graph/block_sum.hpp"
#include "sim/graph/sample_draw.hpp"

namespace clout::graph {

namespace {

constexpr std::size_t searches_at_once = 64;

/// Accounts newly reached by each of the searches.
struct Reached {
  std::array<std::uint64_t, searches_at_once> by_search{};

  Reached& operator+=(const Reached& other) {
    for (std::size_t s = 0; s < searches_at_once; ++s) by_search[s] += other.by_search[s];
    return *this;
  }
  std::uint64_t total() const {
    return std::accumulate(by_search.begin(), by_search.end(), std::uint64_t{0});
  }
};

/// What one source reaches.
struct FromSource {
  double pairs = 0;
  double distance_sum = 0;
};

std::vector<AccountId> drawn_sources(std::size_t accounts, random::Seed seed, std::uint64_t count) {
  std::vector<AccountId> sources;
  if (count >= accounts) {
    for (std::size_t i = 0; i < accounts; ++i) sources.push_back(account_at(i));
    return sources;
  }
  SampleDraws draws(seed, SampleFor::path_sources, 0);
  std::unordered_set<std::uint64_t> taken;
  while (sources.size() < count) {
    const std::uint64_t account = draws.below(accounts);
    if (taken.insert(account).second) sources.push_back(account_at(account));
  }
  return sources;
}

/// Up to 64 searches at once. Bit s of an account's word belongs to search s.
class Searches {
 public:
  Searches(const FollowerGraph& graph, std::span<const AccountId> sources)
      : graph_(graph),
        all_(sources.size() == searches_at_once ? ~0ULL : (1ULL << sources.size()) - 1),
        seen_(graph.accounts(), 0),
        frontier_(graph.accounts(), 0),
        next_(graph.accounts(), 0) {
    for (std::size_t s = 0; s < sources.size(); ++s) seen_[index(sources[s])] |= 1ULL << s;
    frontier_ = seen_;
  }

  /// One step further: an account is reached if a follower of it was. Each account writes only its
  /// own words.
  Reached step() {
    std::vector<Reached> parts(parallel::block_count(graph_.accounts(), accounts_per_step));
    parallel::for_blocks(
        graph_.accounts(), accounts_per_step, [&](parallel::Range range, std::size_t block) {
          for (std::size_t v = range.begin; v < range.end; ++v) {
            std::uint64_t fresh = arriving(v);
            next_[v] = fresh;
            for (; fresh != 0; fresh &= fresh - 1)
              ++parts[block].by_search[static_cast<std::size_t>(std::countr_zero(fresh))];
          }
        });
    for (std::size_t v = 0; v < graph_.accounts(); ++v) seen_[v] |= next_[v];
    frontier_.swap(next_);
    Reached reached;
    for (const Reached& part : parts) reached += part;
    return reached;
  }

 private:
  static constexpr std::size_t accounts_per_step = 16384;

  std::uint64_t arriving(std::size_t v) const {
    const std::uint64_t missing = all_ & ~seen_[v];
    if (missing == 0) return 0;
    std::uint64_t found = 0;
    for (const AccountId u : graph_.followers(account_at(v))) {
      found |= frontier_[index(u)];
      if ((missing & ~found) == 0) break;
    }
    return found & missing;
  }

  const FollowerGraph& graph_;
  std::uint64_t all_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint64_t> frontier_;
  std::vector<std::uint64_t> next_;
};

/// Ratio estimator of the mean and its linearised standard error (Cochran 1977, section 2.11).
Estimate mean_distance(std::span<const FromSource> sources, bool all) {
  double pairs = 0;
  double sum = 0;
  for (const FromSource& each : sources) {
    pairs += each.pairs;
    sum += each.distance_sum;
  }
  if (pairs == 0) return {};
  const double mean = sum / pairs;
  if (all) return {mean};
  const double n = static_cast<double>(sources.size());
  double squares = 0;
  for (const FromSource& each : sources)
    squares += std::pow(each.distance_sum - mean * each.pairs, 2);
  const double error = n > 1 ? std::sqrt(squares * n / (n - 1)) / pairs : undefined;
  return {mean, error, sources.size()};
}

double percentile_90(std::span<const std::uint64_t> pairs_at) {
  const double total =
      static_cast<double>(std::accumulate(pairs_at.begin(), pairs_at.end(), std::uint64_t{0}));
  double before = 0;
  for (std::size_t d = 0; d < pairs_at.size(); ++d) {
    const double here = static_cast<double>(pairs_at[d]);
    if (total > 0 && before + here >= 0.9 * total)
      return static_cast<double>(d) - 1 + (0.9 * total - before) / here;
    before += here;
  }
  return undefined;
}

}  // namespace

Distances distances(const FollowerGraph& graph, random::Seed seed, std::uint64_t sources) {
  const std::vector<AccountId> from = drawn_sources(graph.accounts(), seed, sources);
  std::vector<FromSource> results(from.size());
  Distances result{.pairs_at = {0}, .sources = from.size()};
  for (std::size_t first = 0; first < from.size(); first += searches_at_once) {
    const std::size_t count = std::min(searches_at_once, from.size() - first);
    Searches searches(graph, std::span(from).subspan(first, count));
    for (std::size_t distance = 1;; ++distance) {
      const Reached reached = searches.step();
      if (reached.total() == 0) break;
      if (result.pairs_at.size() <= distance) result.pairs_at.push_back(0);
      result.pairs_at[distance] += reached.total();
      for (std::size_t s = 0; s < count; ++s) {
        const double pairs = static_cast<double>(reached.by_search[s]);
        results[first + s].pairs += pairs;
        results[first + s].distance_sum += pairs * static_cast<double>(distance);
      }
    }
  }
  result.mean = mean_distance(results, from.size() == graph.accounts());
  result.effective_diameter = percentile_90(result.pairs_at);
  return result;
}

}  // namespace clout::graph
