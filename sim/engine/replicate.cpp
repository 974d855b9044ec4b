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

namespace {

/// A market on some morning, with what its days hand on to the next.
struct Market {
  explicit Market(World the_world) : world(std::move(the_world)), buffers(world) {}
  explicit Market(const Market&) = default;
  Market(Market&&) = default;

  World world;
  DayBuffers buffers;
};

/// Runs the days from .. to-1, unless asked to stop; calls each(tally) after every day. Returns
/// whether all were run.
template <typename Each>
bool run_days(Market& market, const RunSpec& run, std::int64_t from, std::int64_t to,
              const std::stop_token& stop, const DayDone& day_done, Each each) {
  const auto last = static_cast<market::Day>(run.warm_up_days + run.days - 1);
  for (std::int64_t day = from; day < to; ++day) {
    if (stop.stop_requested()) return false;
    each(run_day(market.world, static_cast<market::Day>(day), last, market.buffers));
    if (day_done) day_done();
  }
  return true;
}

/// The run of a market that has its warm-up behind it. No days if stopped.
Outcome run_from(Market& market, const RunSpec& run, random::Replicate replicate,
                 const std::stop_token& stop, const DayDone& day_done) {
  Outcome outcome;
  outcome.replicate = replicate;
  outcome.campaigns = campaign_outcomes(market.world, run.warm_up_days);
  outcome.end = outcome.start = levels_of(market.world);
  const bool whole = run_days(market, run, run.warm_up_days, run.warm_up_days + run.days, stop,
                              day_done, [&](DayTally&& tally) {
                                apply(tally, outcome.end);
                                outcome.days.push_back(std::move(tally));
                              });
  if (!whole) {
    outcome.days.clear();
    return outcome;
  }
  CLOUT_DEBUG_EXPECT(outcome.end == levels_of(market.world));
  outcome.fingerprint = fingerprint(market.world);
  return outcome;
}

bool warm_up(Market& market, const RunSpec& run, const std::stop_token& stop,
             const DayDone& day_done) {
  return run_days(market, run, 0, run.warm_up_days, stop, day_done, [](DayTally&&) {});
}

}  // namespace

Outcome run_replicate(const graph::Network& network, const Arm& arm, const RunSpec& run,
                      random::Replicate replicate, std::stop_token stop, const DayDone& day_done) {
  Market market(make_world(network, arm, run, replicate));
  if (!warm_up(market, run, stop, day_done)) return {};
  return run_from(market, run, replicate, stop, day_done);
}

void run_arms(const graph::Network& network, std::span<const Arm* const> arms, const RunSpec& run,
              random::Replicate replicate, std::stop_token stop, const DayDone& day_done,
              const std::function<void(std::size_t, Outcome&&)>& finished) {
  Market history(make_world(network, *arms.front(), run, replicate));
  if (!warm_up(history, run, stop, day_done)) return;
  for (std::size_t n = 0; n < arms.size(); ++n) {
    const bool last = n + 1 == arms.size();
    Market market = last ? std::move(history) : Market(history);
    become(market.world, *arms[n], run);
    Outcome outcome = run_from(market, run, replicate, stop, day_done);
    if (outcome.days.empty()) return;
    finished(n, std::move(outcome));
  }
}

}  // namespace clout::engine
