// Small graphs for brute force: every follow in a set, every question answered by looking at all
// pairs.
#pragma once

#include <random>
#include <set>
#include <vector>

#include "sim/graph/two_way.hpp"

namespace clout::tests {

/// A graph with its transpose and a table of who follows whom.
struct SmallGraph {
  graph::FollowerGraph followers;
  graph::FollowerGraph followees;
  std::vector<std::vector<char>> table;  ///< table[u][v]: u follows v

  SmallGraph(std::size_t accounts, const std::vector<graph::Follow>& follows)
      : followers(graph_of(accounts, follows)),
        followees(transpose(followers)),
        table(accounts, std::vector<char>(accounts, 0)) {
    for (const auto& each : follows) {
      if (each.follower != each.followee) table[index(each.follower)][index(each.followee)] = 1;
    }
  }

  graph::TwoWayGraph two_way() const { return {followers, followees}; }
  std::size_t accounts() const { return table.size(); }
  bool follows(std::size_t u, std::size_t v) const { return table[u][v] != 0; }
  bool connected(std::size_t u, std::size_t v) const { return follows(u, v) || follows(v, u); }
};

inline graph::Follow follow(std::size_t follower, std::size_t followee) {
  return {account_at(follower), account_at(followee)};
}

/// Random follows among these accounts, popular ids low, some of them mutual; the last tenth of the
/// ids stays alone.
inline SmallGraph random_graph(std::size_t accounts, std::size_t follows, unsigned seed) {
  std::mt19937 engine(seed);
  const std::size_t live = accounts - accounts / 10;
  std::vector<graph::Follow> list;
  for (std::size_t i = 0; i < follows; ++i) {
    const std::size_t u = engine() % live;
    const std::size_t v = std::min(engine() % live, engine() % live);
    list.push_back(follow(u, v));
    if (engine() % 3 == 0) list.push_back(follow(v, u));
  }
  return {accounts, list};
}

}  // namespace clout::tests
