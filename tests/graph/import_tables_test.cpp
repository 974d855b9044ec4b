// What tables make of a graph that was read.
#include "sim/graph/import_tables.hpp"

#include <fstream>

#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using clout::account_at;
using clout::graph::apply_tables;
using clout::graph::Import;
using clout::graph::Network;
using clout::graph::people_per_agent_by_table;
using clout::graph::TableOptions;

namespace {

/// Account k has 4 - k followers: 0 has 4, 4 has none.
Import stairs() {
  std::vector<clout::graph::Follow> follows;
  for (std::size_t followee = 0; followee < 5; ++followee) {
    for (std::size_t follower = followee + 1; follower < 5; ++follower)
      follows.push_back({account_at(follower), account_at(followee)});
  }
  Import import;
  import.network.graph = clout::graph::graph_of(5, follows);
  import.network.niches = clout::graph::one_niche(5);
  import.network.people_per_agent = 7;
  return import;
}

Import with_table(const std::string& rows, TableOptions options) {
  const clout::test::TemporaryFolder folder;
  options.influencers = folder.file("i.csv", rows);
  Import import = stairs();
  apply_tables(import, options);
  return import;
}

}  // namespace

TEST_CASE("an influencer table sets how many people an account stands for, unless it is said") {
  // By rank: 4000 / 4, 900 / 3 and 100 / 2 people for an account; the median is 300.
  const std::string rows = "followers\n900\n4000\n100\n";
  CHECK(with_table(rows, {.influencer_count = 3}).network.people_per_agent == 300);
  CHECK(
      with_table(rows, {.influencer_count = 3, .people_per_agent = 20}).network.people_per_agent ==
      20);
  Import untouched = stairs();
  apply_tables(untouched, {});
  CHECK(untouched.network.people_per_agent == 7);
}

TEST_CASE("a table that says less than the graph makes no account less than one person") {
  CHECK(with_table("followers\n1\n", {.influencer_count = 1}).network.people_per_agent == 1);
  Network network = stairs().network;
  CHECK(people_per_agent_by_table(network) == 1);
  network.influencers = {{.account = account_at(4), .nominal_followers = 50}};
  CHECK(people_per_agent_by_table(network) == 1);  // nobody follows account 4
}

TEST_CASE("a table by which an account stands for more people than a file can say is refused") {
  const std::string rows = "followers\n40000000000\n";
  const auto refused = clout::test::complaints([&] { with_table(rows, {.influencer_count = 1}); });
  REQUIRE(refused.size() == 1);
  CHECK(refused.front().find("an account would stand for 1e+10 people (expected at most 1e+09)") !=
        std::string::npos);
  CHECK(
      with_table(rows, {.influencer_count = 1, .people_per_agent = 20}).network.people_per_agent ==
      20);
}

TEST_CASE("a price seed draws the prices a table does not say, and no others") {
  const std::string rows = "followers,price\n900,77\n4000,\n";
  const Import without = with_table(rows, {.influencer_count = 2});
  CHECK(without.network.influencers[0].price_per_post_usd == -1);
  CHECK(without.network.influencers[1].price_per_post_usd == 77);
  const Import drawn = with_table(rows, {.influencer_count = 2, .price_seed = 5});
  CHECK(drawn.network.influencers[0].price_per_post_usd > 0);
  CHECK(drawn.network.influencers[1].price_per_post_usd == 77);
  CHECK(drawn.network.origin.find("1 prices drawn with seed 5") != std::string::npos);
  const Import other = with_table(rows, {.influencer_count = 2, .price_seed = 6});
  CHECK(other.network.influencers[0].price_per_post_usd !=
        drawn.network.influencers[0].price_per_post_usd);
}

TEST_CASE("niches come from a table or from communities") {
  const clout::test::TemporaryFolder folder;
  Import listed = stairs();
  apply_tables(listed, {.niches = folder.file("n.csv", "account,niche\n0,art\n1,cars\n")});
  CHECK(listed.network.niches.names == std::vector<std::string>{"art", "cars", "unassigned"});
  Import found = stairs();
  apply_tables(found, {.niches = clout::graph::niches_by_communities});
  CHECK(found.network.niches.names.front() == "community 1");
}
