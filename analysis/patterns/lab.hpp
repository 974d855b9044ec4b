// What experiments on the model share: the parameter set under test, the market's graph, and how
// replicates are run. A pattern asks the lab for arms, changes what it is about, and measures.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/patterns/reading.hpp"
#include "sim/engine/arm.hpp"
#include "sim/engine/day.hpp"
#include "sim/engine/replicate.hpp"
#include "sim/engine/run_spec.hpp"
#include "sim/engine/world.hpp"
#include "sim/graph/network.hpp"
#include "sim/market/platform_profile.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::patterns {

class Lab {
 public:
  /// common: the parameter set under test, of which platform, market and seed are used; everything
  /// else a pattern sets itself.
  Lab(const scenario::Scenario& common, Effort effort, std::stop_token stop = {});

  /// Another parameter set in the same market, with the same effort and stop token. The seed is to
  /// be the same.
  Lab(const Lab& lab, const scenario::Scenario& common);

  Effort effort() const noexcept { return effort_; }
  bool quick() const noexcept { return effort_ == Effort::quick; }
  /// full or, in a quick run, fewer.
  std::size_t seeds(std::size_t full, std::size_t quick) const noexcept {
    return effort_ == Effort::quick ? quick : full;
  }
  bool stopped() const noexcept { return stop_.stop_requested(); }
  std::stop_token stop() const noexcept { return stop_; }

  /// The common parameters and one hedonic brand "acme", no campaign.
  engine::Arm arm(std::string name = "arm") const;
  /// The same on another platform: its profile is put on over the common parameters.
  engine::Arm arm_on(market::PlatformProfile platform, std::string name = "arm") const;
  /// seed as the common scenario's.
  engine::RunSpec run(std::int64_t days, std::int64_t warm_up_days) const;

  /// 20,000 accounts of 500 people: ten million people, influencers from nano to celebrity, above
  /// 250,000 followers at planned steps up to 5 million. Generated at the first call and shared.
  const graph::Network& market() const;

  /// Calls measure(replicate) for replicates 0..count-1 side by side; results in their order. Stops
  /// early, with results left as they were made, if a stop was requested.
  template <typename Measure>
  auto replicates(std::size_t count, Measure measure) const {
    std::vector<decltype(measure(random::Replicate{}))> all(count);
    parallel::for_each_block(count, [&](std::size_t r) {
      if (!stopped()) all[r] = measure(random::Replicate{static_cast<std::uint32_t>(r)});
    });
    return all;
  }

 private:
  scenario::Scenario common_;
  Effort effort_;
  std::stop_token stop_;
  struct Market {
    std::once_flag generated;
    graph::Network network;
  };
  std::shared_ptr<Market> market_ = std::make_shared<Market>();
};

/// A campaign for the lab's brand that hires nobody: posts are to be planned by plan_post.
market::CampaignSpec unhired_campaign(std::string name = "campaign");

/// One more post of a campaign (position in world.campaigns) by an influencer (position in
/// world.influencers) on a day counted from the first of the warm-up. Before that day.
void plan_post(engine::World& world, std::size_t campaign, engine::InfluencerIndex influencer,
               market::Day day);

/// Runs days [from, to) of a market; after_day(day, buffers) may read it, and what was posted and
/// shown on the day. The market goes on: buyers plan purchases beyond to, and days can be run in
/// several calls, between which only one day's word of mouth is lost. Returns the sum of the days'
/// tallies.
engine::DayTally run_days(
    engine::World& world, market::Day from, market::Day to,
    const std::function<void(market::Day, const engine::DayBuffers&)>& after_day = {});

/// Authors and followers only: everybody of `followers` accounts follows each of the authors, who
/// follow nobody. Accounts 0..authors-1 are the authors. Niche of all: one, "niche". Author k has
/// followers x people_per_agent people, the same for all.
graph::Network audience_network(std::size_t authors, std::size_t followers,
                                double people_per_agent);

/// Sums over the days of an outcome.
engine::BrandTally brand_total(const engine::Outcome& outcome, std::size_t brand = 0);
engine::TierTally tier_total(const engine::Outcome& outcome, market::Tier tier);

}  // namespace clout::patterns
