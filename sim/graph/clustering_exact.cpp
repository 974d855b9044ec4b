#include <algorithm>
#include <atomic>

#include "sim/graph/block_sum.hpp"
#include "sim/graph/clustering.hpp"

namespace clout::graph {

namespace {

double wedges(std::uint64_t neighbours) {
  const double d = static_cast<double>(neighbours);
  return d * (d - 1) / 2;
}

/// The undirected projection with each pair kept once, at its account of fewer neighbours (ties:
/// lower id). So no row is longer than about the square root of twice the pairs, which bounds the
/// search for triangles.
struct Oriented {
  std::vector<std::uint64_t> offsets;
  std::vector<AccountId> targets;

  std::span<const AccountId> row(std::size_t i) const {
    return std::span(targets).subspan(offsets[i], offsets[i + 1] - offsets[i]);
  }
};

Oriented oriented(const TwoWayGraph& graph, const Degrees& degrees) {
  const std::size_t accounts = graph.accounts();
  const auto up = [&](std::size_t i, AccountId neighbour) {
    const std::size_t j = index(neighbour);
    return degrees.neighbours(i) != degrees.neighbours(j)
               ? degrees.neighbours(i) < degrees.neighbours(j)
               : i < j;
  };
  Oriented result{std::vector<std::uint64_t>(accounts + 1, 0), {}};
  for_each_account(accounts, [&](std::size_t i) {
    for_each_neighbour(graph, account_at(i),
                       [&](AccountId j, bool) { result.offsets[i + 1] += up(i, j) ? 1U : 0U; });
  });
  for (std::size_t i = 0; i < accounts; ++i) result.offsets[i + 1] += result.offsets[i];
  result.targets.resize(result.offsets[accounts]);
  for_each_account(accounts, [&](std::size_t i) {
    std::uint64_t at = result.offsets[i];
    for_each_neighbour(graph, account_at(i), [&](AccountId j, bool) {
      if (up(i, j)) result.targets[at++] = j;
    });
  });
  return result;
}

/// Triangles that each account is a corner of.
std::vector<std::uint64_t> triangles(const TwoWayGraph& graph, const Degrees& degrees) {
  const Oriented up = oriented(graph, degrees);
  std::vector<std::uint64_t> count(graph.accounts(), 0);
  const auto add = [&](std::size_t i, std::uint64_t more) {
    if (more != 0) std::atomic_ref(count[i]).fetch_add(more, std::memory_order_relaxed);
  };
  for_each_account(graph.accounts(), [&](std::size_t i) {
    const auto row = up.row(i);
    for (const AccountId j : row) {
      const auto other = up.row(index(j));
      std::uint64_t common = 0;
      for (auto a = row.begin(), b = other.begin(); a != row.end() && b != other.end();) {
        if (*a == *b) {
          add(index(*a), 1);
          ++common;
          ++a;
          ++b;
        } else {
          ++(*a < *b ? a : b);
        }
      }
      add(i, common);
      add(index(j), common);
    }
  });
  return count;
}

struct Sums {
  double wedges = 0;
  std::uint64_t triangles = 0;
  double local = 0;
  std::uint64_t with_wedges = 0;

  Sums& operator+=(const Sums& other) {
    wedges += other.wedges;
    triangles += other.triangles;
    local += other.local;
    with_wedges += other.with_wedges;
    return *this;
  }
};

struct PathCount {
  std::uint64_t closed = 0;
  double all = 0;

  PathCount& operator+=(const PathCount& other) {
    closed += other.closed;
    all += other.all;
    return *this;
  }
};

}  // namespace

Clustering clustering_exact(const TwoWayGraph& graph, const Degrees& degrees) {
  const std::vector<std::uint64_t> closed = triangles(graph, degrees);
  const Sums sums = block_sum<Sums>(graph.accounts(), [&](std::size_t i) -> Sums {
    const double own = wedges(degrees.neighbours(i));
    if (own == 0) return {};
    return {own, closed[i], static_cast<double>(closed[i]) / own, 1};
  });
  return {.transitivity = {ratio(static_cast<double>(sums.triangles), sums.wedges)},
          .local = {ratio(sums.local, static_cast<double>(sums.with_wedges))},
          .local_all = {ratio(sums.local, static_cast<double>(graph.accounts()))}};
}

Estimate closure_exact(const TwoWayGraph& graph, const Degrees& degrees) {
  // A closed path ends in the follow u > w, so it is one common id of u's followees and w's
  // followers.
  const PathCount paths = block_sum<PathCount>(graph.accounts(), [&](std::size_t w) -> PathCount {
    PathCount here;
    here.all = static_cast<double>(degrees.in[w]) * degrees.out[w] - degrees.mutual[w];
    const auto followers = graph.followers.followers(account_at(w));
    for (const AccountId u : followers)
      here.closed += common_count(graph.followees.followers(u), followers);
    return here;
  });
  return {ratio(static_cast<double>(paths.closed), paths.all)};
}

}  // namespace clout::graph
