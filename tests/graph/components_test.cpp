// Components and distances against the closure of the table of follows.
#include "sim/graph/components.hpp"

#include <algorithm>
#include <cmath>

#include "sim/graph/distances.hpp"
#include "tests/graph/small_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::follow;
using tests::SmallGraph;

namespace {

constexpr std::size_t far = 1'000'000;

/// Follows on the shortest path from each account to each other (Floyd and Warshall); `far` if
/// there is none.
template <typename Tie>
std::vector<std::vector<std::size_t>> steps(std::size_t n, Tie&& tie) {
  std::vector<std::vector<std::size_t>> d(n, std::vector<std::size_t>(n, far));
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) d[u][v] = u == v ? 0 : (tie(u, v) ? 1 : far);
  }
  for (std::size_t w = 0; w < n; ++w) {
    for (std::size_t u = 0; u < n; ++u) {
      for (std::size_t v = 0; v < n; ++v) d[u][v] = std::min(d[u][v], d[u][w] + d[w][v]);
    }
  }
  return d;
}

/// Two accounts share a component exactly if they reach each other, and sizes and numbers are as
/// promised.
void check_components(const graph::Components& found,
                      const std::vector<std::vector<std::size_t>>& d) {
  std::vector<std::uint64_t> size(found.sizes.size(), 0);
  std::vector<std::size_t> first(found.sizes.size(), far);
  for (std::size_t u = 0; u < d.size(); ++u) {
    ++size[found.of_account[u]];
    first[found.of_account[u]] = std::min(first[found.of_account[u]], u);
    for (std::size_t v = 0; v < d.size(); ++v) {
      CHECK((found.of_account[u] == found.of_account[v]) == (d[u][v] < far && d[v][u] < far));
    }
  }
  CHECK(size == found.sizes);
  for (std::size_t c = 1; c < size.size(); ++c) {
    CHECK((size[c - 1] > size[c] || (size[c - 1] == size[c] && first[c - 1] < first[c])));
  }
}

}  // namespace

TEST_CASE("weak and strong components are what mutual reachability says") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const SmallGraph graph = tests::random_graph(25, 4 + 2 * seed, seed);
    check_components(weak_components(graph.two_way()),
                     steps(graph.accounts(),
                           [&](std::size_t u, std::size_t v) { return graph.connected(u, v); }));
    check_components(
        strong_components(graph.followers),
        steps(graph.accounts(), [&](std::size_t u, std::size_t v) { return graph.follows(u, v); }));
  }
}

TEST_CASE("a tie to the largest part counts though it stands far back in both accounts' rows") {
  // 5, 6, 7, 8 and 9 follow 10; 9 follows the loners 0 and 1 first.
  std::vector<graph::Follow> follows = {follow(9, 0), follow(9, 1)};
  for (std::size_t u = 5; u <= 9; ++u) follows.push_back(follow(u, 10));
  const SmallGraph graph(12, follows);
  const graph::TwoWayGraph turned{graph.followees, graph.followers};
  for (const auto& both : {graph.two_way(), turned}) {
    CHECK(weak_components(both).sizes == std::vector<std::uint64_t>{8, 1, 1, 1, 1});
  }
}

TEST_CASE("a path and a ring of a million accounts need no recursion") {
  constexpr std::size_t n = 1'000'000;
  std::vector<graph::Follow> follows;
  for (std::size_t i = 0; i + 1 < n; ++i) follows.push_back(follow(i, i + 1));
  const auto path = graph_of(n, follows);
  CHECK(strong_components(path).sizes.size() == n);
  CHECK(graph::weak_components({path, transpose(path)}).sizes.size() == 1);
  follows.push_back(follow(n - 1, 0));
  CHECK(strong_components(graph_of(n, follows)).largest_share() == 1);
}

TEST_CASE("an empty graph has no components and no distances") {
  const graph::FollowerGraph none;
  CHECK(graph::weak_components({none, none}).sizes.empty());
  CHECK(strong_components(none).sizes.empty());
  CHECK(std::isnan(graph::weak_components({none, none}).largest_share()));
  CHECK(std::isnan(distances(none, random::Seed{1}, 10).mean.value));
}

TEST_CASE("distances from all accounts are the shortest paths along follows") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const SmallGraph graph =
        tests::random_graph(90, 40 + 10 * seed, seed);  // two batches of searches
    const auto d =
        steps(graph.accounts(), [&](std::size_t u, std::size_t v) { return graph.follows(u, v); });
    std::vector<std::uint64_t> pairs_at{0};
    double sum = 0, pairs = 0;
    for (const auto& row : d) {
      for (const std::size_t each : row) {
        if (each == 0 || each >= far) continue;
        if (pairs_at.size() <= each) pairs_at.resize(each + 1, 0);
        ++pairs_at[each];
        sum += static_cast<double>(each);
        ++pairs;
      }
    }
    const auto found = distances(graph.followers, random::Seed{1}, 90);
    CHECK(found.pairs_at == pairs_at);
    CHECK(found.mean.value == Approx(sum / pairs));
    CHECK(found.mean.exact());
  }
}

TEST_CASE("a source reaches whom it follows, not who follows it") {
  const SmallGraph star(5, {follow(0, 1), follow(1, 2), follow(1, 3), follow(4, 0)});
  const auto d = distances(star.followers, random::Seed{1}, 5);
  CHECK(d.pairs_at == std::vector<std::uint64_t>{0, 4, 3, 2});  // 4>0>1>2 is three long
  CHECK(d.effective_diameter == Approx(2 + (0.9 * 9 - 7) / 2));
}

TEST_CASE(
    "sampled distances lie within their standard error of the exact mean, from different sources") {
  // 25 samples at 4 standard errors, the error itself estimated from 60 sources (t
  // distribution: 1.8e-4): 0.5% false alarms.
  const SmallGraph graph = tests::random_graph(400, 1500, 9);
  const double exact = distances(graph.followers, random::Seed{1}, 400).mean.value;
  double mean_of_means = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const auto sampled = distances(graph.followers, random::Seed{seed}, 60);
    CHECK(sampled.mean.samples == 60);
    CHECK(std::abs(sampled.mean.value - exact) < 4 * sampled.mean.standard_error);
    mean_of_means += sampled.mean.value / 25;
  }
  CHECK(mean_of_means !=
        Approx(distances(graph.followers, random::Seed{1}, 60).mean.value).epsilon(1e-12));
}
