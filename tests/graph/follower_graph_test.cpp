#include "sim/graph/follower_graph.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "sim/parallel/for_blocks.hpp"
#include "tests/support/catch.hpp"

using clout::account_at;
using clout::AccountId;
using clout::graph::Follow;
using clout::graph::FollowerGraph;
using clout::graph::graph_of;

namespace {

Follow follow(std::size_t follower, std::size_t followee) {
  return {account_at(follower), account_at(followee)};
}

std::vector<Follow> random_follows(std::size_t accounts, std::size_t count, unsigned seed) {
  std::mt19937 engine(seed);
  std::vector<Follow> follows(count);
  for (Follow& each : follows) each = follow(engine() % accounts, engine() % accounts);
  return follows;
}

std::set<Follow> set_of(const FollowerGraph& graph) {
  std::set<Follow> follows;
  for (std::size_t k = 0; k < graph.accounts(); ++k) {
    for (const AccountId follower : graph.followers(account_at(k)))
      follows.insert({follower, account_at(k)});
  }
  return follows;
}

}  // namespace

TEST_CASE("an empty graph has no accounts and no follows") {
  const FollowerGraph graph;
  CHECK(graph.accounts() == 0);
  CHECK(graph.follows() == 0);
  CHECK(rows_are_valid(graph));
}

TEST_CASE("a row lists the followers, sorted, once each, without the account itself") {
  //  1 and 2 follow 0 (2 twice), 0 follows itself and 2
  const FollowerGraph graph = graph_of(
      3, std::vector{follow(2, 0), follow(1, 0), follow(2, 0), follow(0, 0), follow(0, 2)});
  const auto row = graph.followers(AccountId{0});
  CHECK(std::vector(row.begin(), row.end()) == std::vector{AccountId{1}, AccountId{2}});
  CHECK(graph.audience(AccountId{1}) == 0);
  CHECK(graph.audience(AccountId{2}) == 1);
  CHECK(graph.row_begin(AccountId{2}) == clout::EdgeIndex{2});
  CHECK(graph.follows() == 3);
}

TEST_CASE("a graph holds exactly the follows it was made of, and so does its transpose, reversed") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const std::size_t accounts = 1 + seed * 7;
    const auto follows = random_follows(accounts, 40UL * seed, seed);
    const FollowerGraph graph = graph_of(accounts, follows);
    std::set<Follow> expected(follows.begin(), follows.end());
    std::erase_if(expected, [](const Follow& each) { return each.follower == each.followee; });
    CHECK(set_of(graph) == expected);
    CHECK(rows_are_valid(graph));
    const FollowerGraph reversed = transpose(graph);
    CHECK(rows_are_valid(reversed));
    std::set<Follow> turned;
    for (const Follow& each : set_of(reversed)) turned.insert({each.followee, each.follower});
    CHECK(turned == expected);
  }
}

TEST_CASE(
    "fingerprints are equal for equal graphs on any number of threads, and differ otherwise") {
  const auto follows = random_follows(20'000, 100'000, 3);
  const std::uint64_t print = fingerprint(graph_of(20'000, follows));
  for (const int threads : {1, 2, 7}) {
    clout::parallel::with_threads(threads,
                                  [&] { CHECK(fingerprint(graph_of(20'000, follows)) == print); });
  }
  auto fewer = follows;
  fewer.pop_back();
  CHECK(fingerprint(graph_of(20'000, fewer)) != print);
  CHECK(fingerprint(graph_of(20'001, follows)) != print);
}

TEST_CASE("rows that are unsorted, doubled, looped or out of range are found") {
  const auto graph_with_row = [](std::vector<std::uint32_t> row) {
    clout::HugeArray<std::uint64_t> offsets(4);
    offsets[0] = 0;
    offsets[1] = row.size();
    offsets[2] = row.size();
    offsets[3] = row.size();
    clout::HugeArray<AccountId> followers(row.size());
    std::transform(row.begin(), row.end(), followers.begin(),
                   [](std::uint32_t id) { return AccountId{id}; });
    return FollowerGraph(std::move(offsets), std::move(followers));
  };
  CHECK(rows_are_valid(graph_with_row({1, 2})));
  CHECK_FALSE(rows_are_valid(graph_with_row({2, 1})));
  CHECK_FALSE(rows_are_valid(graph_with_row({1, 1})));
  CHECK_FALSE(rows_are_valid(graph_with_row({0, 1})));
  CHECK_FALSE(rows_are_valid(graph_with_row({1, 3})));
}
