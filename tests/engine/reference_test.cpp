// The engine against the second implementation of docs/model/day.md, bit for bit: every count of
// every day, and every number of the state at the end, for each switch of a mechanism.
#include <functional>
#include <string>
#include <vector>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "tests/engine/reference/reference_market.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

struct Case {
  std::string name;
  std::function<void(engine::Arm&)> change;
};

const Case cases[] = {
    {"everything on", [](engine::Arm&) {}},
    {"attention off", [](engine::Arm& a) { a.market.mechanism.attention = false; }},
    {"attention by the square of trust",
     [](engine::Arm& a) { a.market.attention.trust_exponent = 2; }},
    {"scarce attention", [](engine::Arm& a) { a.market.attention.posts_per_day = 1; }},
    {"trust off", [](engine::Arm& a) { a.market.mechanism.trust = false; }},
    {"load off", [](engine::Arm& a) { a.market.mechanism.load = false; }},
    {"suspicion off", [](engine::Arm& a) { a.market.mechanism.suspicion = false; }},
    {"spill-over off", [](engine::Arm& a) { a.market.mechanism.spill_over = false; }},
    {"fatigue off", [](engine::Arm& a) { a.market.mechanism.fatigue = false; }},
    {"clutter off", [](engine::Arm& a) { a.market.mechanism.clutter = false; }},
    {"unfollow off", [](engine::Arm& a) { a.market.mechanism.unfollow = false; }},
    {"reply off", [](engine::Arm& a) { a.market.mechanism.reply = false; }},
    {"relatability off", [](engine::Arm& a) { a.market.mechanism.relatability = false; }},
    {"word of mouth off", [](engine::Arm& a) { a.market.mechanism.word_of_mouth = false; }},
    {"consideration off", [](engine::Arm& a) { a.market.mechanism.consideration = false; }},
    {"algorithmic feed",
     [](engine::Arm& a) { a.market.mechanism.feed = market::Feed::algorithmic; }},
    {"recognition",
     [](engine::Arm& a) { a.market.mechanism.endorsement = market::Endorsement::recognition; }},
    {"wear-out",
     [](engine::Arm& a) { a.market.mechanism.repetition = market::Repetition::wear_out; }},
    {"threshold",
     [](engine::Arm& a) { a.market.mechanism.contagion = market::Contagion::threshold; }},
    {"everybody shown and online",
     [](engine::Arm& a) {
       a.platform.reach.seen_at_5k = 1;
       a.platform.reach.slope = 0;
       a.market.attention.online_share = 1;
       a.market.attention.online_spread = 0;
       a.platform.fake_follower_share = 0;
     }},
    {"no campaigns", [](engine::Arm& a) { a.campaigns.clear(); }},
    {"no brands",
     [](engine::Arm& a) {
       a.campaigns.clear();
       a.brands.clear();
     }},
};

bool same(const market::FollowEdgeState& a, const market::FollowEdgeState& b) {
  return a.load == b.load && a.touched == b.touched && a.scars == b.scars;
}

bool same(const market::ConsumerState& a, const market::ConsumerState& b) {
  return a.distrust == b.distrust && a.distrust_of_all == b.distrust_of_all &&
         a.ads_in_memory == b.ads_in_memory && a.touched == b.touched;
}

bool same(const market::BrandState& a, const market::BrandState& b) {
  return a.memory == b.memory && a.annoyance == b.annoyance && a.credibility == b.credibility &&
         a.fit == b.fit && a.load == b.load && a.heard_positive == b.heard_positive &&
         a.heard_negative == b.heard_negative && a.untouched == b.untouched &&
         a.purchase_rate == b.purchase_rate && a.satisfaction == b.satisfaction &&
         a.quality == b.quality && a.advertised == b.advertised && a.messenger == b.messenger &&
         a.touched == b.touched && a.last_purchase == b.last_purchase &&
         a.next_purchase == b.next_purchase && a.purchases == b.purchases && a.stage == b.stage &&
         a.marks == b.marks;
}

void require_same_state(engine::World& world, const reference::Market& market) {
  std::size_t edges = 0;
  for (const auto& [who, expected] : market.edges()) {
    const auto author = account_at(static_cast<std::size_t>(who.second));
    const auto number =
        engine::find_edge(world, account_at(static_cast<std::size_t>(who.first)), author);
    REQUIRE(number.has_value());
    const engine::FollowEdge edge = engine::follow_edge(world, *number);
    if (*edge.trust != expected.trust ||
        (expected.trust != 0 && !same(*edge.state, expected.state)))
      FAIL("follow of " << who.second << " by " << who.first << ": trust " << *edge.trust << " and "
                        << expected.trust);
    ++edges;
  }
  CHECK(edges == world.trust.size() + world.new_follows.edges.size());
  for (std::size_t i = 0; i < world.accounts(); ++i) {
    const auto account = static_cast<reference::Account>(i);
    if (!same(world.consumer[i], market.consumer(account)) || world.sums[i] != market.sums(account))
      FAIL("consumer " << i);
    for (std::size_t b = 0; b < world.brands(); ++b) {
      if (!same(world.brand_state(account_at(i), b), market.brand(account, b)))
        FAIL("consumer " << i << " and brand " << b);
    }
  }
}

/// Runs both; returns the sum of all days, to see that something happened.
engine::DayTally compare(const graph::Network& network, const engine::Arm& arm,
                         const engine::RunSpec& run) {
  engine::World world = make_world(network, arm, run, random::Replicate{3});
  engine::DayBuffers buffers(world);
  reference::Market market(network, arm, run, 3);
  engine::DayTally sum(arm.brands.size(), network.niches.niches());
  const auto days = static_cast<int>(run.days + run.warm_up_days);
  for (int day = 0; day < days; ++day) {
    const engine::DayTally tally =
        run_day(world, static_cast<market::Day>(day), static_cast<market::Day>(days - 1), buffers);
    INFO("day " << day);
    REQUIRE(tally == market.step(day));
    sum.add(tally);
  }
  require_same_state(world, market);
  return sum;
}

}  // namespace

TEST_CASE("the engine agrees bit for bit with the obvious implementation, for every switch") {
  const graph::Network network = tests::small_network(250, 5);
  for (const Case& each : cases) {
    INFO(each.name);
    engine::Arm arm = tests::busy_arm();
    each.change(arm);
    compare(network, arm, tests::short_run(11));
  }
}

TEST_CASE(
    "the engine agrees with the obvious implementation on other graphs and seeds, where all that "
    "can happen does") {
  for (const std::int64_t seed : {1, 2, 3}) {
    const graph::Network network = tests::small_network(300, static_cast<std::uint64_t>(seed));
    const engine::DayTally sum = compare(network, tests::busy_arm(), tests::short_run(seed));
    CHECK(sum.leavers > 100);
    CHECK(sum.movers > 50);
    for (const engine::BrandTally& brand : sum.brand) {
      CHECK(brand.impressions > 20);
      CHECK(brand.clicks > 0);
      CHECK(brand.heard > 100);
      CHECK(brand.heard_negative > 10);
      CHECK(brand.first_purchases > 50);
      CHECK(brand.repeat_purchases > 20);
    }
    std::int64_t replies = 0;
    for (const engine::TierTally& tier : sum.tier) replies += tier.replies;
    CHECK(replies > 100);
  }
}

TEST_CASE(
    "the engine agrees with the obvious implementation beyond the first block of consumers and the "
    "first part of a row") {
  // 17,500 accounts: three blocks of consumers, five of innovation, two parts of the star's row.
  constexpr std::size_t accounts = 17'500;
  const auto key =
      random::stream_key(random::Seed{6}, random::Replicate{0}, random::Purpose::self_test);
  std::vector<graph::Follow> follows;
  graph::Network network;
  network.niches.names = {"beauty", "games"};
  for (std::size_t i = 0; i < accounts; ++i) {
    const auto bits = random::draw_block(key, i, 0, 0);
    network.niches.home.push_back(static_cast<NicheId>(bits[0] % 2));
    if (i > 0) follows.push_back({account_at(i), AccountId{0}});
    for (const std::uint32_t word : {bits[1], bits[2], bits[3]}) {
      const AccountId author = account_at(1 + word % 30);
      if (author != account_at(i)) follows.push_back({account_at(i), author});
    }
  }
  network.graph = graph::graph_of(accounts, follows);
  engine::Arm arm = tests::busy_arm();
  arm.platform.tiers = {.nano_from = 500,
                        .micro_from = 1200,
                        .mid_from = 1500,
                        .macro_from = 3000,
                        .mega_from = 1e5,
                        .celebrity_from = 1e6};
  arm.platform.reach.seen_at_5k = 0.8;
  const engine::DayTally sum =
      compare(network, arm, {.days = 4, .warm_up_days = 1, .replicates = 1, .seed = 2});
  CHECK(sum.tier[market::index(market::Tier::macro)].impressions > 5000);
  CHECK(sum.brand[0].first_purchases > 500);
}
