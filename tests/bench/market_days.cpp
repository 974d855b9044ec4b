#include "tests/bench/market_days.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "tests/bench/bounds.hpp"

namespace clout::bench {

double TimedDay::whole() const { return std::accumulate(seconds.begin(), seconds.end(), 0.0); }

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

engine::Arm bench_arm(double posts_per_week) {
  engine::Arm arm;
  arm.name = "bench";
  arm.platform.posts_per_week = posts_per_week;
  arm.brands = {{.name = "acme"}};
  market::CampaignSpec campaign{.name = "c",
                                .brand = "acme",
                                .budget_usd = 1e6,
                                .start_days = 0,
                                .duration_days = 60,
                                .posts_per_influencer = 10};
  campaign.roster.niche = market::RosterNiche::any;
  arm.campaigns = {campaign};
  return arm;
}

MarketDays::MarketDays(const graph::Network& network, const engine::Arm& arm,
                       const engine::RunSpec& run)
    : world_(make_world(network, arm, run, random::Replicate{0})), buffers_(world_), run_(run) {}

TimedDay MarketDays::day() {
  const auto today = static_cast<market::Day>(next_++);
  const auto last = static_cast<market::Day>(run_.days - 1);
  TimedDay day;
  const engine::Siblings alone(world_);
  const std::array<std::function<void()>, phase_names.size()> phases{
      [&] { plan_day(alone, today, buffers_); },
      [&] { engine::attend(alone, today); },
      [&] { show_posts(alone, today, buffers_); },
      [&] { engine::react(alone, today, buffers_); },
      [&] { engine::reply(alone, today, buffers_); },
      [&] { move_leavers(alone, today, buffers_); },
      [&] { advance_funnel(alone, today, last, buffers_); },
      [&] { day.tally = std::move(close_day(buffers_).front()); }};
  for (std::size_t n = 0; n < phases.size(); ++n) {
    const Clocks start = Clocks::now();
    phases[n]();
    day.seconds[n] = (Clocks::now() - start).wall;
  }
  for (const engine::TierTally& tier : day.tally.tier) {
    day.deliveries += static_cast<double>(tier.deliveries);
    day.exposures += static_cast<double>(tier.impressions);
  }
  return day;
}

std::vector<AccountId> MarketDays::authors() const {
  std::vector<AccountId> authors;
  for (const engine::Post& post : buffers_.posts) authors.push_back(post.author);
  return authors;
}

}  // namespace clout::bench
