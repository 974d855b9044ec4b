// Who is shown a post.
#include "sim/market/attention.hpp"

#include <cmath>
#include <vector>

#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using market::Units;

TEST_CASE("reach falls as a power of followers, and impressions grow as the feed says") {
  // Through the industry's figures of reach: 16% at 30,000 followers.
  market::ReachSpec spec{.seen_at_5k = 0.36, .slope = 0.46};
  CHECK(market::reach(spec, market::Feed::follow_graph, 5000) == Approx(0.36));
  CHECK(market::reach(spec, market::Feed::follow_graph, 30'000) == Approx(0.158).epsilon(0.01));
  CHECK(market::reach(spec, market::Feed::follow_graph, 1) == 1);
  // Impressions are followers x reach; their elasticity is 0.1 in the algorithmic feed.
  const double small = 1e5 * market::reach(spec, market::Feed::algorithmic, 1e5);
  const double large = 1e7 * market::reach(spec, market::Feed::algorithmic, 1e7);
  CHECK(std::log(large / small) / std::log(100) == Approx(0.1));
}

TEST_CASE("attention splits the day's budget in proportion to trust, whatever is followed") {
  const market::AttentionTable table({}, true);
  const std::vector<Units> trust{60000, 30000, 10000, 500};
  const std::vector<double> posts{0.7, 2.0, 0.3, 5.0};
  for (const double budget : {1.0, 3.0, 100.0}) {
    std::int64_t offered = 0;
    std::int64_t weighted = 0;
    for (std::size_t k = 0; k < trust.size(); ++k) {
      offered += market::offer_units(posts[k], 0.5);
      weighted += market::offer_units(posts[k], 0.5) * table.weight(trust[k]);
    }
    const std::int64_t limit = market::offer_units(budget, 1);
    const double attention = market::attention_units(offered, limit, weighted) / 1024.0;
    double seen = 0;
    for (std::size_t k = 0; k < trust.size(); ++k)
      seen += posts[k] * 0.5 * attention * table.weight(trust[k]) / 4096.0;
    CHECK(seen == Approx(std::min(budget, 4.0)).epsilon(0.01));
  }
  CHECK(market::attention_units(0, 65536, 0) == 1024);
}

TEST_CASE("weights are powers of trust, one without the mechanism, and nothing for who has left") {
  market::AttentionSpec spec;
  spec.trust_exponent = 2;
  const market::AttentionTable squared(spec, true);
  CHECK(squared.weight(32768) == Approx(4096 / 4.0).epsilon(0.01));
  const market::AttentionTable off(spec, false);
  for (const Units trust : {Units{1}, Units{1000}, Units{65535}}) CHECK(off.weight(trust) == 4096);
  CHECK(squared.weight(0) == 0);
  CHECK(off.weight(0) == 0);
}

TEST_CASE("a post is shown with the chance reach x attention x weight") {
  // 40,000 draws: the standard error is at most 0.0025; four of them are a false alarm of 6e-5.
  const auto key =
      random::stream_key(random::Seed{2}, random::Replicate{0}, random::Purpose::self_test);
  const market::AttentionTable table({}, true);
  for (const double reach : {0.05, 0.3, 0.8}) {
    for (const std::uint16_t attention : {std::uint16_t{300}, std::uint16_t{1400}}) {
      const market::Showing showing = market::showing(reach, 2);
      const std::uint32_t weight = table.weight(40'000);
      int shown = 0;
      constexpr int draws = 40'000;
      for (std::uint32_t n = 0; n < draws; ++n) {
        const auto bits = random::draw_block(key, n, 0, 0);
        shown += random::unit_double(bits[0]) < showing.candidate &&
                 market::is_shown(bits[1], showing.kept, attention, weight);
      }
      const double chance =
          std::min(showing.candidate, reach * attention / 1024.0 * weight / 4096.0);
      CHECK(shown / static_cast<double>(draws) == Approx(chance).margin(0.01));
    }
  }
}

TEST_CASE(
    "offline consumers are shown nothing, and without the mechanism every candidate is shown") {
  CHECK_FALSE(market::is_shown(0, 1U << 20, 0, 4096));
  const market::Showing showing = market::showing(0.3, 1);
  CHECK(showing.candidate == 0.3);
  CHECK(market::is_shown(0xFFFFFFFF, showing.kept, 1024, 4096));
  CHECK(market::showing(0, 2).candidate == 0);
}
