// The stage of experiments that hold exposures fixed: the audience is the market's, and nobody
// misses a post.
#include "analysis/patterns/stage.hpp"

#include "analysis/patterns/followers.hpp"
#include "analysis/patterns/lab.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using patterns::Effort;
using patterns::Lab;

namespace {

const Lab& lab() {
  static const Lab made(scenario::example_scenario(), Effort::quick);
  return made;
}

}  // namespace

TEST_CASE("A stage has one author, before followers that keep their niches") {
  const graph::Network& market = lab().market();
  const graph::Network stage = patterns::stage(lab(), 300, 60'000);
  const std::size_t audience = stage.graph.audience(account_at(0));
  CHECK(stage.graph.follows() == audience);
  CHECK(stage.graph.accounts() == 1 + audience);
  CHECK(static_cast<double>(audience) * stage.people_per_agent == Approx(60'000));

  // No account of the market has an audience nearer to 300.
  const auto distance = [](std::size_t n) { return n > 300 ? n - 300 : 300 - n; };
  std::size_t found = market.graph.accounts();
  for (std::size_t account = market.graph.accounts(); account-- > 0;) {
    const std::size_t other = market.graph.audience(account_at(account));
    CHECK_FALSE(distance(other) < distance(audience));
    if (other == audience) found = account;
  }
  REQUIRE(found < market.graph.accounts());
  CHECK(stage.niches.home[0] == market.niches.home[found]);
  const auto followers = market.graph.followers(account_at(found));
  for (std::size_t n = 0; n < audience; ++n)
    CHECK(stage.niches.home[1 + n] == market.niches.home[index(followers[n])]);
}

TEST_CASE("Everybody on a stage is shown every post, and nobody leaves") {
  const graph::Network stage = patterns::stage(lab(), 300, 6'000'000);
  engine::Arm arm = lab().arm();
  patterns::endorse_ordinary_brands(arm, 2);
  patterns::show_everything(arm);
  constexpr market::Day days = 20;
  engine::World world = make_world(stage, arm, lab().run(days, 0), random::Replicate{0});
  patterns::plan_posts(world, 0, 0, 5, 4);
  patterns::plan_posts(world, 1, 1, 5, 2);
  const engine::DayTally sum = patterns::run_days(world, 0, days);
  const engine::TierTally& tier = sum.tier[market::index(world.influencers[0].tier)];
  const auto followers = static_cast<std::int64_t>(patterns::followers_of(world, 0).size());
  CHECK(tier.sponsored_posts >= 10);
  CHECK(tier.impressions == tier.posts * followers);
  CHECK(sum.brand[0].impressions == 5 * followers);
  CHECK(sum.brand[1].impressions == 5 * followers);
  CHECK(sum.leavers == 0);
}

TEST_CASE("Ordinary brands are as the background's, wherever the author is at home") {
  engine::Arm arm = lab().arm();
  patterns::endorse_ordinary_brands(arm, 3);
  REQUIRE(arm.brands.size() == 3);
  REQUIRE(arm.campaigns.size() == 3);
  CHECK(arm.campaigns[2].brand == arm.brands[2].name);
  CHECK(arm.brands[2].fit_in_niche == arm.platform.background_fit);
  CHECK(arm.brands[2].fit_elsewhere == arm.platform.background_fit);
  CHECK(arm.brands[2].familiarity == arm.platform.background_familiarity);
}
