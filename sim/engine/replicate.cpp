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

namespace {

/// Runs the days from .. to-1 of all arms, unless asked to stop; calls each(tallies) after every
/// day. Returns whether all were run.
template <typename Each>
bool run_days(const Siblings& siblings, DayBuffers& buffers, const RunSpec& run, std::int64_t from,
              std::int64_t to, const std::stop_token& stop, const DayDone& day_done, Each each) {
  const auto last = static_cast<market::Day>(run.warm_up_days + run.days - 1);
  for (std::int64_t day = from; day < to; ++day) {
    if (stop.stop_requested()) return false;
    each(run_day(siblings, static_cast<market::Day>(day), last, buffers));
    for (std::size_t arm = 0; arm < siblings.arms.size() && day_done; ++arm) day_done();
  }
  return true;
}

/// What is known of each arm on the morning of day 0.
std::vector<Outcome> outcomes_at_start(std::span<const World> worlds, const Levels& start,
                                       const RunSpec& run, random::Replicate replicate) {
  std::vector<Outcome> outcomes(worlds.size());
  for (std::size_t arm = 0; arm < worlds.size(); ++arm) {
    outcomes[arm].arm = arm;
    outcomes[arm].replicate = replicate;
    outcomes[arm].campaigns = campaign_outcomes(worlds[arm], run.warm_up_days);
    outcomes[arm].end = outcomes[arm].start = start;
  }
  return outcomes;
}

/// The run of arms that have their warm-up behind them. None if stopped.
std::vector<Outcome> run_from(const Siblings& siblings, DayBuffers& buffers, const Levels& start,
                              const RunSpec& run, random::Replicate replicate,
                              const std::stop_token& stop, const DayDone& day_done) {
  std::vector<Outcome> outcomes = outcomes_at_start(siblings.arms, start, run, replicate);
  const bool whole = run_days(siblings, buffers, run, run.warm_up_days, run.warm_up_days + run.days,
                              stop, day_done, [&](std::vector<DayTally>&& tallies) {
                                for (Outcome& outcome : outcomes) {
                                  apply(tallies[outcome.arm], outcome.end);
                                  outcome.days.push_back(std::move(tallies[outcome.arm]));
                                }
                              });
  if (!whole) return {};
  CLOUT_DEBUG_EXPECT(siblings.apart != nullptr ||
                     outcomes.front().end == levels_of(siblings.shared()));
  share_post_counts(siblings);
  for (Outcome& outcome : outcomes) outcome.fingerprint = fingerprint(siblings, outcome.arm);
  return outcomes;
}

}  // namespace

std::vector<Outcome> run_arms(const graph::Network& network, std::span<const Arm* const> arms,
                              const RunSpec& run, random::Replicate replicate, std::stop_token stop,
                              const DayDone& day_done) {
  World history = make_world(network, *arms.front(), run, replicate);
  DayBuffers buffers(history);
  if (!run_days(Siblings(history), buffers, run, 0, run.warm_up_days, stop, day_done,
                [](std::vector<DayTally>&&) {}))
    return {};
  const Levels start = levels_of(history);
  if (arms.size() == 1)
    return run_from(Siblings(history), buffers, start, run, replicate, stop, day_done);
  std::vector<World> worlds = siblings_of(std::move(history), arms, run);
  Apart apart = apart_of(worlds);
  const std::vector<Talk> talks = std::move(buffers.talks.front());
  buffers = DayBuffers(worlds);
  std::fill(buffers.talks.begin(), buffers.talks.end(), talks);
  return run_from(Siblings(worlds, apart), buffers, start, run, replicate, stop, day_done);
}

Outcome run_replicate(const graph::Network& network, const Arm& arm, const RunSpec& run,
                      random::Replicate replicate, std::stop_token stop, const DayDone& day_done) {
  const Arm* const one = &arm;
  std::vector<Outcome> outcomes =
      run_arms(network, std::span(&one, 1), run, replicate, std::move(stop), day_done);
  return outcomes.empty() ? Outcome{} : std::move(outcomes.front());
}

}  // namespace clout::engine
