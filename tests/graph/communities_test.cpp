#include "sim/graph/communities.hpp"

#include <algorithm>

#include "sim/graph/modularity.hpp"
#include "tests/graph/small_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::follow;
using tests::SmallGraph;

namespace {

/// Three groups of 20, 15 and 10 accounts that follow each other within, a follow from each group
/// to the next, and 5 loners.
SmallGraph three_groups() {
  std::vector<graph::Follow> follows;
  const std::vector<std::pair<std::size_t, std::size_t>> groups = {{0, 20}, {20, 35}, {35, 45}};
  for (const auto& [from, to] : groups) {
    for (std::size_t u = from; u < to; ++u) {
      for (std::size_t v = from; v < to; ++v) follows.push_back(follow(u, v));
    }
  }
  follows.push_back(follow(0, 20));
  follows.push_back(follow(20, 35));
  follows.push_back(follow(35, 0));
  return {50, follows};
}

}  // namespace

TEST_CASE("groups that hardly follow each other are found as communities, the largest first") {
  const SmallGraph graph = three_groups();
  const auto found = find_communities(graph.followers, graph.followees);
  REQUIRE(found.sizes.size() == 8);
  CHECK(found.sizes[0] == 20);
  CHECK(found.sizes[1] == 15);
  CHECK(found.sizes[2] == 10);
  for (std::size_t i = 0; i < 45; ++i)
    CHECK(found.of_account[i] == (i < 20 ? 0U : i < 35 ? 1U : 2U));
}

TEST_CASE("communities beyond the largest are merged into a niche called other") {
  const SmallGraph graph = three_groups();
  const auto niches = communities(graph.followers, graph.followees, 3);
  CHECK(niches.names == std::vector<std::string>{"community 1", "community 2", "other"});
  CHECK(niches.home.size() == 50);
  CHECK(niches.home[34] == NicheId{1});
  CHECK(niches.home[35] == NicheId{2});
  CHECK(niches.home[49] == NicheId{2});
  CHECK(communities(graph.followers, graph.followees, 100).niches() == 8);
  CHECK(communities(graph.followers, graph.followees, 1).names ==
        std::vector<std::string>{"other"});
}

TEST_CASE("no two communities could be merged and raise the modularity") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    const SmallGraph graph = tests::random_graph(60, 150, seed);
    const auto degrees = degrees_of(graph.two_way());
    const auto found = find_communities(graph.followers, graph.followees);
    const auto quality = [&](const std::vector<std::uint32_t>& group) {
      return modularity(graph.two_way(), degrees, group, found.sizes.size()).undirected;
    };
    const double reached = quality(found.of_account);
    CHECK(reached > 0.1);
    std::size_t better = 0;
    for (std::uint32_t a = 0; a < found.sizes.size(); ++a) {
      for (std::uint32_t b = 0; b < a; ++b) {
        auto merged = found.of_account;
        std::replace(merged.begin(), merged.end(), a, b);
        better += quality(merged) > reached + 1e-12 ? 1U : 0U;
      }
    }
    CHECK(better == 0);
  }
}

TEST_CASE("a graph without follows leaves every account alone") {
  const SmallGraph graph(4, {});
  CHECK(find_communities(graph.followers, graph.followees).sizes.size() == 4);
  const SmallGraph none(0, {});
  CHECK(communities(none.followers, none.followees, 5).niches() == 1);
}
