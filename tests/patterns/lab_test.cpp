#include "analysis/patterns/lab.hpp"

#include <algorithm>
#include <set>

#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/validation.hpp"
#include "sim/market/trust.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::patterns;

namespace {

scenario::Scenario defaults() {
  scenario::Scenario common = scenario::example_scenario();
  common.run.seed = 7;
  return common;
}

}  // namespace

TEST_CASE("the lab's market has influencers of every tier up to five million people") {
  const Lab lab(defaults(), Effort::quick);
  const engine::World world =
      make_world(lab.market(), lab.arm(), lab.run(1, 0), random::Replicate{0});
  std::set<market::Tier> tiers;
  double largest = 0;
  for (const engine::Influencer& each : world.influencers) {
    tiers.insert(each.tier);
    largest = std::max(largest, each.followers);
  }
  CHECK(tiers.size() == market::tiers);
  CHECK(largest > 4.5e6);
}

TEST_CASE("a planned post is made on its day and by its author only") {
  const Lab lab(defaults(), Effort::quick);
  const graph::Network network = audience_network(3, 200, 100);
  engine::Arm arm = lab.arm();
  arm.platform.posts_per_week = 0;
  arm.campaigns = {unhired_campaign()};
  engine::World world = make_world(network, arm, lab.run(5, 0), random::Replicate{0});
  REQUIRE(world.influencers.size() == 3);
  plan_post(world, 0, 1, 3);
  plan_post(world, 0, 1, 2);
  std::vector<std::pair<market::Day, AccountId>> made;
  run_days(world, 0, 5, [&](market::Day day, const engine::DayBuffers& buffers) {
    for (const engine::Post& post : buffers.posts) {
      if (post.kind == engine::PostKind::campaign) made.emplace_back(day, post.author);
    }
  });
  CHECK(made ==
        std::vector<std::pair<market::Day, AccountId>>{{2, account_at(1)}, {3, account_at(1)}});
}

TEST_CASE("trust read off a market is its baseline at the start, and rests there again") {
  const Lab lab(defaults(), Effort::quick);
  const graph::Network network = audience_network(1, 300, 100);
  engine::Arm arm = lab.arm();
  arm.platform.posts_per_week = 14;
  engine::World world = make_world(network, arm, lab.run(3000, 0), random::Replicate{0});
  const double start = mean_trust(world, 0, 0);
  run_days(world, 0, 20);
  const double raised = mean_trust(world, 0, 20);
  CHECK(raised > start + 0.002);
  const double half =
      mean_trust(world, 0, static_cast<market::Day>(20 + arm.market.trust.half_life_days));
  CHECK(half == Approx((start + raised) / 2).margin(0.05 * (raised - start)));
  CHECK(mean_trust(world, 0, 2900) == Approx(start).margin(1e-4));
}

TEST_CASE("what consumers intend rises with trust in whoever told them, and lies between 0 and 1") {
  const Lab lab(defaults(), Effort::quick);
  const graph::Network network = audience_network(1, 300, 100);
  engine::Arm arm = lab.arm();
  arm.campaigns = {unhired_campaign()};
  engine::World world = make_world(network, arm, lab.run(30, 0), random::Replicate{0});
  for (market::Day day = 0; day < 5; ++day) plan_post(world, 0, 0, day);
  run_days(world, 0, 6);
  const AccountId reader = account_at(5);
  market::BrandState& brand = world.brand_state(reader, 0);
  brand.credibility = 0.2F;
  const float doubtful = intention(world, reader, 0, 6);
  brand.credibility = 0.9F;
  const float trusting = intention(world, reader, 0, 6);
  CHECK(doubtful > 0);
  CHECK(trusting > doubtful);
  CHECK(trusting < 1);
}

TEST_CASE("a validation that is stopped has no verdicts") {
  std::stop_source stop;
  stop.request_stop();
  const Lab lab(defaults(), Effort::quick, stop.get_token());
  CHECK(validate(lab, all_patterns()).empty());
}

TEST_CASE("verdicts are the same on any number of threads") {
  const Lab lab(defaults(), Effort::quick);
  const auto ids = {"P01", "P22"};
  std::vector<Pattern> some;
  for (const Pattern& each : all_patterns()) {
    if (std::ranges::find(ids, each.id) != ids.end()) some.push_back(each);
  }
  const auto readings = [&](int threads) {
    std::vector<double> all;
    parallel::with_threads(threads, [&] {
      for (const Verdict& verdict : validate(lab, some)) {
        for (const Reading& each : verdict.evidence.readings) {
          all.insert(all.end(), {each.value.mean, each.value.low, each.value.high});
        }
      }
    });
    return all;
  };
  const std::vector<double> one = readings(1);
  CHECK(one.size() > 4);
  CHECK(readings(3) == one);
}

TEST_CASE("there are 28 patterns, in order, each with all that a reader must know") {
  const auto all = all_patterns();
  REQUIRE(all.size() == 28);
  for (std::size_t n = 0; n < all.size(); ++n) {
    const Pattern& each = all[n];
    INFO(each.id);
    CHECK(each.id == (n < 9 ? "P0" : "P") + std::to_string(n + 1));
    for (const std::string_view text :
         {each.finding, each.source, each.grade, each.published, each.criterion})
      CHECK(!text.empty());
    CHECK(each.measure != nullptr);
  }
}
