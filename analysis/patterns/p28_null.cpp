// P28: where tiers are made equal, none wins.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"

namespace clout::patterns {

namespace {

using market::Tier;

/// Everybody follows one account of each tier, and all accounts of a tier have the same following.
constexpr std::size_t consumers = 5'000;
constexpr double people_per_agent = 1'000;
constexpr std::array<std::size_t, market::tiers> accounts_of_tier = {1'000, 125, 25, 8, 2, 1};

constexpr market::Day warm_up_days = 14;
constexpr market::Day campaign_days = 14;

/// Consumers are dealt to the accounts of a tier in turn.
graph::Network equal_audiences() {
  std::size_t authors = 0;
  for (const std::size_t count : accounts_of_tier) authors += count;
  std::vector<graph::Follow> follows;
  std::size_t first = 0;
  for (const std::size_t count : accounts_of_tier) {
    for (std::size_t i = 0; i < consumers; ++i)
      follows.push_back({account_at(authors + i), account_at(first + i % count)});
    first += count;
  }
  graph::Network network;
  network.graph = graph::graph_of(authors + consumers, follows);
  network.niches.names = {"niche"};
  network.niches.home.assign(authors + consumers, NicheId{0});
  network.people_per_agent = people_per_agent;
  network.origin = "one account of each tier for everybody";
  return network;
}

/// Everything that makes tiers differ is off, or the same for all.
engine::Arm equal_tiers(const Lab& lab) {
  engine::Arm arm = lab.arm();
  arm.platform.reach.slope = 0;
  arm.platform.sponsored_growth = 0;
  arm.platform.posts_sigma = 0;
  arm.platform.fake_follower_share = 0;  // a fake celebrity could not be hired
  arm.platform.prices = {.celebrity_usd_per_1k = arm.platform.prices.nano_usd_per_1k,
                         .sigma = 0,
                         .smallest_price_usd = 0};
  auto& market = arm.market;
  market.mechanism.feed = market::Feed::follow_graph;
  market.mechanism.relatability = false;
  market.mechanism.reply = false;
  market.trust.from_popularity = 0;
  market.trust.expertise_spread = 0;
  market.engagement.sponsored_floor = 1;
  return arm;
}

/// All accounts of a tier post three times each, whatever it costs: equal audiences at equal
/// prices.
engine::Arm hiring(engine::Arm arm, Tier tier) {
  market::CampaignSpec campaign = unhired_campaign();
  campaign.budget_usd = 1e9;
  campaign.duration_days = campaign_days;
  campaign.fixed_cost_per_influencer_usd = 0;
  campaign.roster = {
      .rule = market::RosterRule::tier, .tier = tier, .niche = market::RosterNiche::any};
  arm.campaigns = {campaign};
  return arm;
}

/// What a campaign brought per exposure, by tier.
struct Yields {
  std::array<double, market::tiers> sales{};  ///< first purchases beyond those without campaign
  std::array<double, market::tiers> engagements{};
};

Yields contest(const Lab& lab, const graph::Network& network, random::Replicate replicate) {
  const engine::RunSpec run = lab.run(campaign_days, warm_up_days);
  const engine::Arm idle = equal_tiers(lab);
  engine::World start = make_world(network, idle, run, replicate);
  run_days(start, 0, warm_up_days);
  const auto outcome = [&](const engine::Arm& arm) {
    engine::World world(start);
    become(world, arm, run);
    return run_days(world, warm_up_days, warm_up_days + campaign_days).brand[0];
  };
  const std::int64_t anyway = outcome(idle).first_purchases;
  Yields yields;
  for (std::size_t t = 0; t < market::tiers; ++t) {
    const engine::BrandTally sum = outcome(hiring(idle, static_cast<Tier>(t)));
    const auto exposures = static_cast<double>(sum.impressions);
    yields.sales[t] = static_cast<double>(sum.first_purchases - anyway) / exposures;
    yields.engagements[t] = static_cast<double>(sum.engagements) / exposures;
  }
  return yields;
}

/// Share of the contests with the other tiers that a tier wins; ties count half.
double wins(const std::array<double, market::tiers>& yields, std::size_t tier) {
  double won = 0;
  for (std::size_t other = 0; other < yields.size(); ++other) {
    if (other == tier) continue;
    if (yields[tier] > yields[other]) won += 1;
    if (yields[tier] == yields[other]) won += 0.5;
  }
  return won / static_cast<double>(yields.size() - 1);
}

/// Win rates of all tiers in one kind of yield.
void read(std::span<const Yields> contests, std::array<double, market::tiers> Yields::*kind,
          std::string_view name, Evidence& evidence) {
  for (std::size_t t = 0; t < market::tiers; ++t) {
    std::vector<double> shares;
    for (const Yields& yields : contests) shares.push_back(wins(yields.*kind, t));
    evidence.readings.push_back(
        reading_of(fmt::format("win rate of {} in {}", choice_names<Tier>[t], name),
                   "share of pairs", shares, {0.45, 0.55}));
  }
}

Evidence measure(const Lab& lab) {
  const graph::Network network = equal_audiences();
  const auto contests = lab.replicates(lab.seeds(600, 50), [&](random::Replicate replicate) {
    return contest(lab, network, replicate);
  });
  Evidence evidence;
  read(contests, &Yields::sales, "sales", evidence);
  read(contests, &Yields::engagements, "engagement", evidence);
  evidence.note =
      "A network made for it: each of 5 million people follows one account of every tier, so that "
      "a "
      "tier's accounts together have everybody once, from 1,000 nano accounts to one celebrity. A "
      "tier's campaign hires all of them for three posts; at equal prices per follower that costs "
      "the same. Made equal beside relatability, price and load (share of advertising, posts a "
      "week): reach, the popularity cue, the penalty on sponsored posts, expertise, and replies, "
      "of which a small account can give a larger share of its followers one. Left on are "
      "suspicion, distrust by tier, leaving and moving, attention and clutter. On a grown network "
      "audiences of small accounts overlap, and their followers follow more: a difference that is "
      "not of tiers. Nobody follows ordinary consumers here, so that word of mouth is not heard.";
  return evidence;
}

}  // namespace

Pattern p28() {
  return {
      .id = "P28",
      .finding = "Where tiers are made equal, none of them wins: nothing favours a tier by name.",
      .source = "ours",
      .grade = "-",
      .published = "nothing: a test that we ask of the model",
      .criterion =
          "With relatability, price per exposure and load equal, no tier from nano to celebrity "
          "wins beyond chance, in sales or engagement per exposure: against the other tiers, in "
          "600 paired seeds, win rates of all tiers are 45% to 55% (ties count half).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
