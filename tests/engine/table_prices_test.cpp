// Prices of an influencer table in a market whose audiences are not the table's.
#include <algorithm>

#include "sim/engine/world.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("a table's price is for the table's audience, and is paid for the people of the market") {
  graph::Network network = tests::small_network(500, 3);
  const engine::Arm arm = tests::busy_arm();
  for (std::size_t k = 0; k < 500; ++k) {
    const double people =
        static_cast<double>(network.graph.audience(account_at(k))) * network.people_per_agent;
    network.influencers.push_back({.account = account_at(k),
                                   .nominal_followers = 4 * people,
                                   .price_per_post_usd = 80 + static_cast<double>(k)});
  }
  const engine::World world = make_world(network, arm, tests::short_run(1), random::Replicate{0});
  std::size_t hired = 0;
  for (const auto& campaign : world.campaigns) {
    for (const market::Hired& each : campaign.roster.hired) {
      CHECK(each.price_usd == Approx((80 + static_cast<double>(index(each.account))) / 4));
      ++hired;
    }
  }
  CHECK(hired > 0);
}
