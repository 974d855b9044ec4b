// What holds for any settings: random scenarios within the sweep ranges of the parameter tables.
#include <numeric>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/engine/replicate.hpp"
#include "tests/engine/random_arm.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

constexpr engine::RunSpec run{.days = 25, .warm_up_days = 5, .replicates = 1, .seed = 8};

void check_counts(const engine::DayTally& day, const engine::Arm& arm) {
  std::int64_t unfollows = 0;
  std::int64_t new_follows = 0;
  for (const engine::TierTally& tier : day.tier) {
    CHECK(tier.impressions <= tier.deliveries);
    CHECK(tier.engagements <= tier.impressions);
    CHECK(tier.comments <= tier.engagements);
    CHECK(tier.replies <= tier.comments);
    CHECK(tier.sponsored_impressions <= tier.impressions);
    CHECK(tier.sponsored_engagements <= tier.sponsored_impressions);
    CHECK(tier.recognised <= tier.sponsored_impressions);
    CHECK(tier.living_change == tier.new_follows - tier.unfollows);
    unfollows += tier.unfollows;
    new_follows += tier.new_follows;
  }
  // Follows given up are gained elsewhere or gone.
  CHECK(unfollows == day.leavers);
  CHECK(new_follows == day.movers);
  CHECK(day.movers <= day.leavers);
  for (std::size_t b = 0; b < arm.brands.size(); ++b) {
    const auto& change = day.brand[b].stage_change;
    CHECK(std::accumulate(change.begin(), change.end(), std::int64_t{0}) == 0);
    CHECK(day.brand[b].reached <= day.brand[b].impressions);
    CHECK(day.brand[b].clicks <= day.brand[b].impressions);
  }
}

void check_state(engine::World& world) {
  std::vector<std::int64_t> offered(world.accounts());
  std::vector<std::int64_t> weighted(world.accounts());
  const auto& table = world.rates.attention;
  for (const engine::Influencer& author : world.influencers) {
    std::int64_t living = 0;
    const auto row = world.network->graph.followers(author.account);
    const auto add = [&](AccountId follower, market::Units trust) {
      if (trust == 0) return;
      ++living;
      offered[index(follower)] += author.offer;
      weighted[index(follower)] += author.offer * table.weight(trust);
    };
    for (std::size_t n = 0; n < row.size(); ++n)
      add(row[n], world.trust[index(world.network->graph.row_begin(author.account)) + n]);
    for (const engine::NewFollow& follow : world.new_follows.edges) {
      if (follow.followee == author.account) add(follow.follower, follow.trust);
    }
    CHECK(living == author.living);
  }
  bool sums = true;
  bool fractions = true;
  for (std::size_t i = 0; i < world.accounts(); ++i) {
    const market::AttentionSums& of_consumer = world.sums[i];
    const market::ConsumerState& consumer = world.consumer[i];
    sums = sums && of_consumer.offered == offered[i] && of_consumer.weighted == weighted[i];
    for (const float distrust : consumer.distrust)
      fractions = fractions && distrust >= 0 && distrust <= 1;
    fractions = fractions && consumer.distrust_of_all >= 0 && consumer.distrust_of_all <= 1;
    for (std::size_t b = 0; b < world.brands(); ++b) {
      const market::BrandState& brand = world.brand_state(account_at(i), b);
      fractions = fractions && brand.credibility >= 0 && brand.credibility <= 1;
      fractions = fractions && brand.memory >= 0 && brand.annoyance >= 0;
      fractions = fractions && brand.satisfaction >= 0 && brand.satisfaction <= 1;
      fractions = fractions && (brand.purchases > 0) == (brand.stage >= market::Stage::tried);
    }
  }
  CHECK(sums);
  CHECK(fractions);
}

}  // namespace

TEST_CASE("in 24 random scenarios counts conserve, budgets hold and fractions stay fractions") {
  const graph::Network network = tests::small_network(700, 21);
  for (std::uint32_t scenario = 0; scenario < 24; ++scenario) {
    INFO("scenario " << scenario);
    const engine::Arm arm = tests::random_arm(scenario);
    engine::World world = make_world(network, arm, run, random::Replicate{scenario});
    for (const engine::RunningCampaign& campaign : world.campaigns) {
      double posts = 0;
      for (const market::Hired& hired : campaign.roster.hired)
        posts += hired.price_usd * static_cast<double>(campaign.spec.posts_per_influencer) +
                 campaign.spec.fixed_cost_per_influencer_usd;
      CHECK(posts + campaign.spec.production_cost_usd <= campaign.spec.budget_usd + 1e-6);
      CHECK(campaign.roster.spent_usd == Approx(posts + campaign.spec.production_cost_usd));
      CHECK(campaign.roster.spent_usd + campaign.roster.left_over_usd ==
            Approx(campaign.spec.budget_usd));
    }
    engine::DayBuffers buffers(world);
    const auto days = static_cast<market::Day>(run.days + run.warm_up_days);
    for (market::Day day = 0; day < days; ++day)
      check_counts(run_day(world, day, static_cast<market::Day>(days - 1), buffers), arm);
    check_state(world);
  }
}

TEST_CASE("levels at the end are those at the start plus the days' changes") {
  const graph::Network network = tests::small_network(700, 22);
  const auto outcome =
      run_replicate(network, tests::busy_arm(), tests::short_run(2), random::Replicate{0});
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    std::int64_t living = outcome.start.living[tier];
    for (const auto& day : outcome.days) living += day.tier[tier].living_change;
    CHECK(living == outcome.end.living[tier]);
  }
  for (const auto& stages : outcome.end.stage)
    CHECK(std::accumulate(stages.begin(), stages.end(), std::int64_t{0}) == 700);
}

TEST_CASE("no posts, no exposures") {
  engine::Arm arm = tests::busy_arm();
  arm.platform.posts_per_week = 0;
  arm.campaigns.clear();
  arm.market.mechanism.word_of_mouth = false;
  const auto outcome =
      run_replicate(tests::small_network(400, 3), arm, tests::short_run(1), random::Replicate{0});
  for (const auto& day : outcome.days) {
    CHECK(day.tier == engine::DayTally(0).tier);
    CHECK(day.leavers == 0);
  }
}

TEST_CASE("no campaign, no campaign effect") {
  engine::Arm arm = tests::busy_arm();
  arm.campaigns.clear();
  const auto outcome =
      run_replicate(tests::small_network(400, 3), arm, tests::short_run(1), random::Replicate{0});
  for (const auto& day : outcome.days) {
    for (const auto& brand : day.brand) {
      CHECK(brand.impressions == 0);
      CHECK(brand.reached == 0);
      CHECK(brand.clicks == 0);
    }
  }
}
