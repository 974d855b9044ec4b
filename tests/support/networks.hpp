// Small networks for tests, and what makes two of them equal.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "sim/base/diagnostic.hpp"
#include "sim/graph/import.hpp"
#include "sim/graph/network.hpp"

namespace clout::test {

inline graph::Follow follow(std::size_t follower, std::size_t followee) {
  return {account_at(follower), account_at(followee)};
}

/// A random network in which each account follows at least one other; names, niches and influencers
/// as asked.
inline graph::Network random_network(unsigned seed, bool named, std::size_t niches, bool hired) {
  std::mt19937 engine(seed);
  const std::size_t accounts = 2 + engine() % 60;
  std::vector<graph::Follow> follows;
  for (std::size_t i = 0; i < accounts; ++i) follows.push_back(follow(i, (i + 1) % accounts));
  for (std::size_t i = 0; i < 3 * accounts; ++i)
    follows.push_back(follow(engine() % accounts, engine() % accounts));
  graph::Network network;
  network.graph = graph_of(accounts, follows);
  network.niches = graph::one_niche(accounts);
  for (std::size_t k = 1; k < niches; ++k)
    network.niches.names.push_back("niche & " + std::to_string(k));
  for (auto& home : network.niches.home) home = static_cast<NicheId>(engine() % niches);
  // Words that sort by their bytes, so that edge lists number them in the same order.
  for (std::size_t i = 0; named && i < accounts; ++i)
    network.names.push_back("name<" + std::to_string(1000 + i) + ">\xc3\xbc");
  for (std::size_t i = 0; hired && i < accounts; i += 3) {
    network.influencers.push_back({account_at(i), 1e3 * static_cast<double>(engine() % 100000),
                                   i % 2 ? -1.0 : 0.031, i % 4 ? -1.0 : 12.5,
                                   i % 2 ? "" : "food & drink"});
  }
  network.people_per_agent = 1 + static_cast<double>(seed % 7) / 2;
  network.origin = "a test";
  return network;
}

inline bool same_graph(const graph::FollowerGraph& a, const graph::FollowerGraph& b) {
  return std::equal(a.offsets().begin(), a.offsets().end(), b.offsets().begin(),
                    b.offsets().end()) &&
         std::equal(a.rows().begin(), a.rows().end(), b.rows().begin(), b.rows().end());
}

inline bool same_profile(const graph::InfluencerProfile& a, const graph::InfluencerProfile& b) {
  return a.account == b.account && a.nominal_followers == b.nominal_followers &&
         a.engagement_rate == b.engagement_rate && a.price_per_post_usd == b.price_per_post_usd &&
         a.category == b.category;
}

/// The diagnostics that the call throws as InputError, as lines; empty if it throws none.
template <typename Call>
std::vector<std::string> complaints(Call call) {
  std::vector<std::string> lines;
  try {
    call();
  } catch (const InputError& error) {
    for (const Diagnostic& each : error.diagnostics()) lines.push_back(to_string(each));
  }
  return lines;
}

}  // namespace clout::test
