// What the model was asked to show, S1 to S9 of docs/model/README.md: each with the mechanism that
// produces it on and off. Arms share their random draws, so differences are of pairs. A difference
// counts if its mean over replicates exceeds three standard errors: by Student's t with 5 degrees
// of freedom a false alarm has a chance of 1.5%, and the seeds are fixed.
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/engine/replicate.hpp"
#include "sim/graph/generate.hpp"
#include "sim/market/tier_of.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using engine::Arm;
using engine::BrandTally;
using engine::Outcome;
using engine::TierTally;
using market::Tier;

namespace {

constexpr std::uint32_t replicates = 6;

/// 20,000 accounts of 400 people: the most followed have about 500,000.
const graph::Network& network() {
  static const graph::Network made = [] {
    graph::GraphSpec spec;
    spec.accounts = 20'000;
    spec.people_per_agent = 400;
    return generate(spec, random::Seed{1});
  }();
  return made;
}

/// Defaults throughout, one hedonic brand; a campaign of half a million dollars.
Arm arm_with(Tier tier, std::int64_t influencers = 0) {
  Arm arm;
  arm.name = "arm";
  arm.brands = {{.name = "acme"}};
  market::CampaignSpec campaign{.name = "c",
                                .brand = "acme",
                                .budget_usd = 500'000,
                                .start_days = 0,
                                .duration_days = 42,
                                .posts_per_influencer = 6};
  campaign.roster = {.rule = market::RosterRule::tier,
                     .tier = tier,
                     .influencers = influencers,
                     .niche = market::RosterNiche::any};
  arm.campaigns = {campaign};
  return arm;
}

constexpr engine::RunSpec run{.days = 49, .warm_up_days = 14, .replicates = 1, .seed = 5};

using Measure = std::function<double(const Outcome&)>;

struct Difference {
  double mean = 0;
  double error = 0;

  bool above() const { return mean > 3 * error && mean > 0; }
  bool below() const { return mean < -3 * error && mean < 0; }
};

std::vector<double> values(const Arm& arm, const Measure& measure,
                           std::uint32_t count = replicates) {
  std::vector<double> all;
  for (std::uint32_t replicate = 0; replicate < count; ++replicate)
    all.push_back(measure(run_replicate(network(), arm, run, random::Replicate{replicate})));
  return all;
}

Difference difference(const std::vector<double>& a, const std::vector<double>& b) {
  Difference result;
  for (std::size_t n = 0; n < a.size(); ++n)
    result.mean += (a[n] - b[n]) / static_cast<double>(a.size());
  double squares = 0;
  for (std::size_t n = 0; n < a.size(); ++n)
    squares += (a[n] - b[n] - result.mean) * (a[n] - b[n] - result.mean);
  const auto count = static_cast<double>(a.size());
  result.error = std::sqrt(squares / (count - 1) / count);
  return result;
}

double of_brand(const Outcome& outcome, std::int64_t BrandTally::*count) {
  std::int64_t sum = 0;
  for (const auto& day : outcome.days) sum += day.brand[0].*count;
  return static_cast<double>(sum);
}

double of_tier(const Outcome& outcome, Tier tier, std::int64_t TierTally::*count) {
  std::int64_t sum = 0;
  for (const auto& day : outcome.days) sum += day.tier[market::index(tier)].*count;
  return static_cast<double>(sum);
}

Measure brand(std::int64_t BrandTally::*count) {
  return [count](const Outcome& outcome) { return of_brand(outcome, count); };
}

/// Engagements per follower and post.
Measure engagement_rate(Tier tier) {
  return [tier](const Outcome& outcome) {
    return of_tier(outcome, tier, &TierTally::engagements) /
           of_tier(outcome, tier, &TierTally::deliveries);
  };
}

/// Shannon entropy of the reached consumers over home niches.
double variety(const Outcome& outcome) {
  std::vector<double> reached(network().niches.niches());
  double sum = 0;
  for (const auto& day : outcome.days) {
    for (std::size_t n = 0; n < reached.size(); ++n) {
      reached[n] += static_cast<double>(day.reached_in_niche[n]);
      sum += static_cast<double>(day.reached_in_niche[n]);
    }
  }
  double entropy = 0;
  for (const double count : reached) {
    if (count > 0) entropy -= count / sum * std::log(count / sum);
  }
  return entropy;
}

/// The market after all days.
engine::World world_after(const Arm& arm, std::uint32_t replicate) {
  engine::World world = make_world(network(), arm, run, random::Replicate{replicate});
  engine::DayBuffers buffers(world);
  const auto days = static_cast<market::Day>(run.days + run.warm_up_days);
  for (market::Day day = 0; day < days; ++day)
    run_day(world, day, static_cast<market::Day>(days - 1), buffers);
  return world;
}

/// Mean distrust of a tier as a kind.
double distrust_of(const Arm& arm, Tier tier) {
  const engine::World world = world_after(arm, 0);
  double sum = 0;
  for (std::size_t i = 0; i < world.accounts(); ++i)
    sum += static_cast<double>(world.consumer[i].distrust[market::index(tier)]);
  return sum / static_cast<double>(world.accounts());
}

}  // namespace

TEST_CASE("S1: micro-influencers are those of 1,000 to 100,000 followers in the wide sense") {
  market::TierSpec spec;
  spec.micro = market::MicroDefinition::wide;
  CHECK_FALSE(tier_of(spec, 999).has_value());
  CHECK(tier_of(spec, 1000) == Tier::micro);
  CHECK(tier_of(spec, 99'999) == Tier::micro);
  CHECK(tier_of(spec, 100'000) == Tier::mid);
  spec.micro = market::MicroDefinition::narrow;
  CHECK(tier_of(spec, 1000) == Tier::nano);
  CHECK(tier_of(spec, 10'000) == Tier::micro);
}

TEST_CASE("S2: distrust of the famous as a kind grows as endorsements saturate, by spill-over") {
  Arm quiet = arm_with(Tier::micro);
  quiet.campaigns.clear();
  Arm saturated = quiet;
  saturated.platform.sponsored_share = 0.5;
  const double in_quiet = distrust_of(quiet, Tier::macro);
  const double in_saturated = distrust_of(saturated, Tier::macro);
  CHECK(in_saturated > 5 * in_quiet);
  saturated.market.mechanism.spill_over = false;
  CHECK(distrust_of(saturated, Tier::macro) == 0);
}

TEST_CASE(
    "S3: who leaves an account turns to one of more genuine focus: nearer to the own interests") {
  Arm arm = arm_with(Tier::micro);
  arm.platform.sponsored_share = 0.3;
  // Relatability of the accounts left and of those found instead, and their squares.
  std::array<double, 3> left{};
  std::array<double, 3> found{};
  const auto add = [](std::array<double, 3>& sums, const engine::World& world, AccountId follower,
                      const engine::Influencer& author) {
    const auto R = static_cast<double>(engine::relatability_of(
        world.rates, world.traits[index(follower)].interests(),
        world.traits[index(author.account)].interests(), author.author.appeal));
    sums[0] += 1;
    sums[1] += R;
    sums[2] += R * R;
  };
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    const engine::World world = world_after(arm, replicate);
    for (const engine::Influencer& author : world.influencers) {
      const auto row = network().graph.followers(author.account);
      const std::size_t begin = index(network().graph.row_begin(author.account));
      for (std::size_t n = 0; n < row.size(); ++n) {
        if (world.trust[begin + n] == 0) add(left, world, row[n], author);
      }
    }
    for (const engine::NewFollow& follow : world.new_follows.edges)
      add(found, world, follow.follower,
          world.influencers[world.influencer_of[index(follow.followee)]]);
  }
  REQUIRE(left[0] > 500);
  const double difference = found[1] / found[0] - left[1] / left[0];
  const auto squared_error = [](const std::array<double, 3>& sums) {
    const double mean = sums[1] / sums[0];
    return (sums[2] / sums[0] - mean * mean) / sums[0];
  };
  CHECK(difference > 3 * std::sqrt(squared_error(left) + squared_error(found)));
  arm.market.mechanism.unfollow = false;
  CHECK(world_after(arm, 0).new_follows.edges.empty());
}

TEST_CASE(
    "S4: at one budget many micro-influencers reach more people, of more niches, than one "
    "macro-influencer") {
  // The macro-influencer posts as often as the budget pays, as the micro-influencers do together.
  Arm micro = arm_with(Tier::micro);
  Arm macro = arm_with(Tier::macro, 1);
  for (Arm* arm : {&micro, &macro}) arm->campaigns[0].budget_usd = 150'000;
  macro.campaigns[0].posts_per_influencer = 18;
  CHECK(difference(values(micro, brand(&BrandTally::reached)),
                   values(macro, brand(&BrandTally::reached)))
            .above());
  // Niches differ less than numbers do: more replicates.
  CHECK(difference(values(micro, variety, 16), values(macro, variety, 16)).above());
  // What produces it: posts of large accounts are shown to a smaller share of their followers, and
  // one audience is all that is bought. Without both, nothing is left.
  for (Arm* arm : {&micro, &macro}) arm->platform.reach.slope = 0;
  macro.campaigns[0].posts_per_influencer = micro.campaigns[0].posts_per_influencer;
  macro.campaigns[0].roster.influencers = 0;
  CHECK_FALSE(difference(values(micro, brand(&BrandTally::reached)),
                         values(macro, brand(&BrandTally::reached)))
                  .above());
}

TEST_CASE("S5: engagement per follower falls with the following, by reach and relatability") {
  const Arm arm = arm_with(Tier::micro);
  const auto nano = values(arm, engagement_rate(Tier::nano));
  const auto micro = values(arm, engagement_rate(Tier::micro));
  const auto mid = values(arm, engagement_rate(Tier::mid));
  CHECK(difference(nano, micro).above());
  CHECK(difference(micro, mid).above());
  Arm flat = arm;
  flat.platform.reach.slope = 0;
  flat.market.mechanism.relatability = false;
  flat.market.mechanism.attention = false;
  const auto flat_nano = values(flat, engagement_rate(Tier::nano));
  const auto flat_mid = values(flat, engagement_rate(Tier::mid));
  for (std::uint32_t n = 0; n < replicates; ++n) {
    CHECK(nano[n] / mid[n] > 2);
    CHECK(flat_nano[n] / flat_mid[n] < 1.3);
  }
}

TEST_CASE("S6: small accounts answer a larger share of comments, which strengthens the tie") {
  const Arm arm = arm_with(Tier::micro);
  const auto answered = [](Tier tier) -> Measure {
    return [tier](const Outcome& outcome) {
      return of_tier(outcome, tier, &TierTally::replies) /
             of_tier(outcome, tier, &TierTally::comments);
    };
  };
  CHECK(difference(values(arm, answered(Tier::nano)), values(arm, answered(Tier::mid))).above());
  Arm silent = arm;
  silent.market.mechanism.reply = false;
  const auto trust = [](const Outcome& outcome) {
    return static_cast<double>(outcome.end.trust[market::index(Tier::nano)]) /
           static_cast<double>(outcome.end.living[market::index(Tier::nano)]);
  };
  CHECK(difference(values(arm, trust), values(silent, trust)).above());
}

TEST_CASE("S7: in a crowded market what is fresh stands out, by clutter") {
  // Of the clicks that a stale campaign gets, which are fewer in a crowded market.
  const auto gain = [](double share, bool clutter) {
    Arm fresh = arm_with(Tier::micro);
    fresh.platform.sponsored_share = share;
    fresh.market.mechanism.clutter = clutter;
    fresh.campaigns[0].novelty = 1;
    Arm stale = fresh;
    stale.campaigns[0].novelty = 0;
    const auto clicks = brand(&BrandTally::clicks);
    const auto of_stale = values(stale, clicks);
    Difference share_of_clicks = difference(values(fresh, clicks), of_stale);
    const double mean = std::accumulate(of_stale.begin(), of_stale.end(), 0.0) / replicates;
    share_of_clicks.mean /= mean;
    share_of_clicks.error /= mean;
    return share_of_clicks;
  };
  const Difference crowded = gain(0.5, true);
  CHECK(crowded.above());
  CHECK(crowded.mean > 2 * gain(0.02, true).mean);
  CHECK(gain(0.5, false).mean == 0);
}

TEST_CASE(
    "S8: sales for the money favour micro-influencers of a hedonic product, where they are cheap "
    "to manage") {
  Arm micro = arm_with(Tier::micro);
  Arm macro = arm_with(Tier::macro);
  for (Arm* arm : {&micro, &macro}) arm->campaigns[0].fixed_cost_per_influencer_usd = 0;
  const auto sales = brand(&BrandTally::first_purchases);
  const Difference lead = difference(values(micro, sales), values(macro, sales));
  CHECK(lead.above());
  // Without what produces it, reach that falls with audience and relatability, and where
  // influencers cost much to manage, nothing of it is left.
  for (Arm* arm : {&micro, &macro}) {
    arm->platform.reach.slope = 0;
    arm->market.mechanism.relatability = false;
    arm->campaigns[0].fixed_cost_per_influencer_usd = 5'000;
  }
  CHECK_FALSE(difference(values(micro, sales), values(macro, sales)).above());
}

TEST_CASE(
    "S9: macro-influencers keep a place: where each influencer costs much to manage, they reach "
    "more") {
  Arm micro = arm_with(Tier::micro);
  Arm macro = arm_with(Tier::macro);
  for (Arm* arm : {&micro, &macro}) {
    arm->campaigns[0].budget_usd = 200'000;
    arm->campaigns[0].fixed_cost_per_influencer_usd = 10'000;
    arm->brands[0].product = market::ProductKind::utilitarian;
  }
  const auto reached = brand(&BrandTally::reached);
  CHECK(difference(values(micro, reached), values(macro, reached)).below());
  for (Arm* arm : {&micro, &macro}) arm->campaigns[0].fixed_cost_per_influencer_usd = 0;
  CHECK_FALSE(difference(values(micro, reached), values(macro, reached)).below());
}
