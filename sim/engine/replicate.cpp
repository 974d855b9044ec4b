#include "sim/engine/replicate.hpp"

#include <unordered_map>

#include "sim/base/contracts.hpp"
#include "sim/engine/day.hpp"

namespace clout::engine {

namespace {

Levels levels_of(const World& world) {
  Levels levels;
  for (const Influencer& each : world.influencers) {
    const std::size_t tier = market::index(each.tier);
    const std::size_t begin = index(world.network->graph.row_begin(each.account));
    const std::size_t end = begin + world.network->graph.audience(each.account);
    for (std::size_t edge = begin; edge < end; ++edge) {
      levels.trust[tier] += world.trust[edge];
      levels.living[tier] += world.trust[edge] != 0;
    }
  }
  for (const NewFollow& follow : world.new_follows.edges) {
    const InfluencerIndex number = world.influencer_of[index(follow.followee)];
    const std::size_t tier = market::index(world.influencers[number].tier);
    levels.trust[tier] += follow.trust;
    levels.living[tier] += follow.trust != 0;
  }
  levels.stage.resize(world.brands());
  for (std::size_t i = 0; i < world.accounts(); ++i) {
    for (std::size_t b = 0; b < world.brands(); ++b)
      ++levels.stage[b][static_cast<std::size_t>(world.brand_state(account_at(i), b).stage)];
  }
  return levels;
}

/// What each account asked for a post, by campaign.
using Prices = std::vector<std::unordered_map<AccountId, double>>;

CampaignPost post_of(const World& world, const PlannedPost& planned, const Prices& prices,
                     std::int64_t warm_up_days) {
  const Influencer& author = world.influencers[planned.influencer];
  return {planned.day - warm_up_days, author.account, author.tier, author.followers,
          prices[planned.campaign].at(author.account)};
}

std::vector<CampaignOutcome> campaign_outcomes(const World& world, std::int64_t warm_up_days) {
  std::vector<CampaignOutcome> outcomes;
  Prices prices;
  for (const RunningCampaign& campaign : world.campaigns) {
    CampaignOutcome outcome;
    outcome.name = campaign.spec.name;
    prices.emplace_back();
    for (const market::Hired& hired : campaign.roster.hired) {
      ++outcome.hired[market::index(hired.tier)];
      prices.back().emplace(hired.account, hired.price_usd);
    }
    outcome.spent_usd = campaign.roster.spent_usd;
    outcome.left_over_usd = campaign.roster.left_over_usd;
    outcomes.push_back(std::move(outcome));
  }
  for (const PlannedPost& planned : world.planned) {
    CampaignOutcome& outcome = outcomes[planned.campaign];
    ++outcome.posts;
    outcome.calendar.push_back(post_of(world, planned, prices, warm_up_days));
  }
  return outcomes;
}

}  // namespace

void apply(const DayTally& day, Levels& levels) {
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    levels.living[tier] += day.tier[tier].living_change;
    levels.trust[tier] += day.tier[tier].trust_change;
  }
  for (std::size_t b = 0; b < levels.stage.size(); ++b) {
    for (std::size_t stage = 0; stage < levels.stage[b].size(); ++stage)
      levels.stage[b][stage] += day.brand[b].stage_change[stage];
  }
}

DayTally run_day(World& world, market::Day day, market::Day last_day, DayBuffers& buffers) {
  plan_day(world, day, buffers);
  attend(world, day);
  show_posts(world, day, buffers);
  react(world, day, buffers);
  reply(world, day, buffers);
  move_leavers(world, day, buffers);
  advance_funnel(world, day, last_day, buffers);
  return close_day(buffers);
}

Outcome run_replicate(const graph::Network& network, const Arm& arm, const RunSpec& run,
                      random::Replicate replicate, std::stop_token stop, const DayDone& day_done) {
  World world = make_world(network, arm, run, replicate);
  DayBuffers buffers(world);
  Outcome outcome;
  outcome.replicate = replicate;
  outcome.campaigns = campaign_outcomes(world, run.warm_up_days);
  const std::int64_t total = run.warm_up_days + run.days;
  for (std::int64_t day = 0; day < total; ++day) {
    if (stop.stop_requested()) {
      outcome.days.clear();
      return outcome;
    }
    if (day == run.warm_up_days) outcome.end = outcome.start = levels_of(world);
    DayTally tally =
        run_day(world, static_cast<market::Day>(day), static_cast<market::Day>(total - 1), buffers);
    if (day >= run.warm_up_days) {
      apply(tally, outcome.end);
      outcome.days.push_back(std::move(tally));
    }
    if (day_done) day_done(day + 1, total);
  }
  CLOUT_DEBUG_EXPECT(outcome.end == levels_of(world));
  outcome.fingerprint = fingerprint(world);
  return outcome;
}

}  // namespace clout::engine
