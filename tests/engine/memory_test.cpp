#include "sim/engine/memory.hpp"

#include <cmath>

#include "sim/engine/arm_set.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/philox.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::engine;

namespace {

Arm arm_of(const std::string& name) {
  Arm arm;
  arm.name = name;
  arm.brands = {{.name = "acme"}};
  return arm;
}

graph::GraphSpec spec_of(std::int64_t accounts) {
  graph::GraphSpec spec;
  spec.accounts = accounts;
  return resolved(spec);
}

/// a and b differ by less than this part of b.
bool near(double a, double b, double part) { return std::abs(a - b) < part * b; }

}  // namespace

TEST_CASE("the expected shape is that of the graph that comes out") {
  const Arm arm = arm_of("a");
  const graph::GraphSpec spec = spec_of(50'000);
  const MarketShape expected = expected_shape(spec, arm);
  const MarketShape real = shape_of(generate(spec, random::Seed{1}), arm);
  CHECK(expected.graph.accounts == real.graph.accounts);
  CHECK(near(static_cast<double>(expected.graph.follows), static_cast<double>(real.graph.follows),
             0.06));
  CHECK(near(expected.influencers, real.influencers, 0.1));
  CHECK(near(expected.posts_a_day, real.posts_a_day, 0.1));
  CHECK(near(expected.seen_a_day, real.seen_a_day, 0.1));
}

TEST_CASE("the number of accounts that is said to fit fits, and a percent more does not") {
  const std::vector<Arm> arms{arm_of("a")};
  const RunSpec run;
  for (std::uint32_t n = 0; n < 12; ++n) {
    const auto bits = draw_block(
        stream_key(random::Seed{5}, random::Replicate{0}, random::Purpose::market_traits), n, 0, 0);
    graph::GraphSpec spec;
    spec.accounts = 2'000'000 + bits[0] % 300'000'000;
    if (n % 2 == 0) spec.mean_follows = 5.0 + bits[1] % 100;
    spec = resolved(spec);
    const std::uint64_t room = 200'000'000ULL + std::uint64_t{bits[2]} * 2;
    const std::span<const Arm> with = n % 3 == 0 ? std::span<const Arm>() : arms;
    const std::size_t markets = with.empty() ? 0 : 1;
    const std::int64_t accounts = accounts_within(spec, with, run, room);
    REQUIRE(accounts >= 100);
    graph::GraphSpec found = spec;
    found.accounts = accounts;
    CHECK(expected_memory(found, with, run).peak(markets) <= room);
    if (accounts == spec.accounts) continue;
    CHECK(accounts < spec.accounts);
    found.accounts += accounts / 50 + 2;
    CHECK(expected_memory(found, with, run).peak(markets) > room);
  }
}

TEST_CASE("nothing fits where the program itself does not") {
  const std::vector<Arm> arms{arm_of("a")};
  CHECK(accounts_within(spec_of(1'000'000), arms, {}, 1'000'000) == 0);
}

TEST_CASE("as many markets fit as the estimate of their peak says, and no more") {
  const std::vector<Arm> arms{arm_of("a")};
  const MemoryEstimate estimate = expected_memory(spec_of(100'000), arms, {});
  for (const std::size_t markets : {1U, 2U, 5U, 40U}) {
    const std::uint64_t room = estimate.peak(markets);
    REQUIRE(room == estimate.running(markets));  // and not what generating needs
    CHECK(estimate.markets_within(room) == static_cast<double>(markets));
    CHECK(std::floor(estimate.markets_within(room - 1)) == static_cast<double>(markets) - 1);
  }
  CHECK(estimate.markets_within(estimate.process + estimate.graph) == 0);
}

TEST_CASE("a further arm takes less than a market") {
  const std::vector<Arm> arms{arm_of("a"), arm_of("b")};
  const MemoryEstimate estimate = expected_memory(spec_of(100'000), arms, {});
  CHECK(estimate.sibling < estimate.market);
  CHECK(estimate.running(1, 3) == estimate.running(1) + 2 * estimate.sibling);
  CHECK(estimate.running(2, 3) - estimate.running(1, 3) == estimate.market + 2 * estimate.sibling);
}

TEST_CASE("the more follows a campaign can pay for, the more is reckoned to part, at most all") {
  std::vector<Arm> arms{arm_of("none"), arm_of("paid")};
  const graph::GraphSpec spec = spec_of(100'000);
  const auto follows = static_cast<double>(graph::expected_size(spec).follows);
  const std::uint64_t none = expected_memory(spec, arms, {}).sibling;
  arms[1].campaigns = {{.name = "launch", .brand = "acme", .posts_per_influencer = 2}};
  // Of all follows, by price: 10 dollars for a post to a thousand.
  const auto parted = [&](double share) {
    arms[1].campaigns[0].budget_usd = share * follows * spec.people_per_agent * 2 * 10 / 1000;
    return static_cast<double>(expected_memory(spec, arms, {}).sibling - none) / (64 * follows);
  };
  CHECK(parted(0.1) == Approx(0.075).epsilon(1e-3));
  CHECK(parted(0.4) == Approx(0.3).epsilon(1e-3));
  CHECK(parted(50) == Approx(1).epsilon(1e-3));
  arms[1].platform.prices.micro_usd_per_1k = 0;  // for nothing
  CHECK(parted(0.1) == Approx(1).epsilon(1e-3));
  arms[1].campaigns[0].roster.rule = market::RosterRule::none;
  CHECK(parted(50) == 0);
}

TEST_CASE("as many arms run side by side as fit, then as many jobs as fit and there are threads") {
  std::vector<Arm> arms{arm_of("a"), arm_of("b"), arm_of("c")};
  parallel::with_threads(2, [&] {
    const auto in_memory = [&](std::int64_t replicates, double markets) {
      return markets_in_memory(arms, replicates, {.markets = markets, .sibling = 0.5});
    };
    CHECK(in_memory(5, 0) == MarketsInMemory{2, 3});  // no bound
    CHECK(in_memory(5, 4) == MarketsInMemory{2, 3});  // 2 x (1 + 2 x 0.5)
    CHECK(in_memory(5, 3) == MarketsInMemory{1, 3});
    CHECK(in_memory(5, 1) == MarketsInMemory{1, 1});
    CHECK(in_memory(5, 1.6) == MarketsInMemory{1, 2});  // room for less than two markets
    CHECK(in_memory(1, 0) == MarketsInMemory{1, 3});    // one replicate, one job
    arms[1].platform.posts_per_week += 1;               // no history in common with the others
    CHECK(in_memory(1, 0) == MarketsInMemory{2, 2});
    CHECK(markets_in_memory(std::span(arms).first(1), 5, {}) == MarketsInMemory{2, 1});
  });
}

TEST_CASE("more arms of one history than run side by side are cut into families") {
  const std::vector<Arm> arms(most_siblings + 1, arm_of("a"));
  parallel::with_threads(2, [&] {
    CHECK(markets_in_memory(arms, 1, {}) == MarketsInMemory{2, most_siblings});
  });
}
