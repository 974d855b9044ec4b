#include "analysis/patterns/lab.hpp"

#include <algorithm>
#include <cmath>

#include "sim/graph/generate.hpp"

namespace clout::patterns {

namespace {

/// Planted audiences: from 2.5% to 50% of everybody in even steps of the logarithm.
graph::GraphSpec market_spec() {
  constexpr int planted = 20;
  graph::GraphSpec spec;
  spec.accounts = 20'000;
  spec.people_per_agent = 500;
  for (int n = 0; n < planted; ++n) {
    spec.celebrities.push_back({.name = "planted-" + std::to_string(n),
                                .audience_share = 0.025 * std::pow(20.0, n / (planted - 1.0)),
                                .niche = ""});
  }
  return spec;
}

}  // namespace

Lab::Lab(const scenario::Scenario& common, Effort effort, std::stop_token stop)
    : common_(common), effort_(effort), stop_(std::move(stop)) {}

Lab::Lab(const Lab& lab, const scenario::Scenario& common)
    : common_(common), effort_(lab.effort_), stop_(lab.stop_), market_(lab.market_) {}

engine::Arm Lab::arm(std::string name) const {
  engine::Arm arm;
  arm.name = std::move(name);
  arm.platform = common_.platform;
  arm.market = common_.market;
  arm.brands = {{.name = "acme"}};
  return arm;
}

engine::Arm Lab::arm_on(market::PlatformProfile platform, std::string name) const {
  engine::Arm arm = this->arm(std::move(name));
  market::put_on(platform, arm.platform, arm.market);
  return arm;
}

engine::RunSpec Lab::run(std::int64_t days, std::int64_t warm_up_days) const {
  return {.days = days, .warm_up_days = warm_up_days, .replicates = 1, .seed = common_.run.seed};
}

const graph::Network& Lab::market() const {
  std::call_once(market_->generated, [this] {
    market_->network =
        graph::generate(market_spec(), random::Seed{static_cast<std::uint64_t>(common_.run.seed)});
  });
  return market_->network;
}

market::CampaignSpec unhired_campaign(std::string name) {
  market::CampaignSpec campaign;
  campaign.name = std::move(name);
  campaign.brand = "acme";
  campaign.roster.rule = market::RosterRule::none;
  return campaign;
}

void plan_post(engine::World& world, std::size_t campaign, engine::InfluencerIndex influencer,
               market::Day day) {
  const engine::PlannedPost post{day, influencer, static_cast<std::uint16_t>(campaign)};
  world.planned.insert(std::ranges::upper_bound(world.planned, post), post);
}

engine::DayTally run_days(
    engine::World& world, market::Day from, market::Day to,
    const std::function<void(market::Day, const engine::DayBuffers&)>& after_day) {
  constexpr market::Day far = 60'000;  // the market goes on
  engine::DayBuffers buffers(world);
  engine::DayTally sum(world.brands(), world.network->niches.niches());
  for (market::Day day = from; day < to; ++day) {
    sum.add(run_day(world, day, far, buffers));
    if (after_day) after_day(day, buffers);
  }
  return sum;
}

graph::Network audience_network(std::size_t authors, std::size_t followers,
                                double people_per_agent) {
  std::vector<graph::Follow> follows;
  follows.reserve(authors * followers);
  for (std::size_t author = 0; author < authors; ++author) {
    for (std::size_t i = 0; i < followers; ++i)
      follows.push_back({account_at(authors + i), account_at(author)});
  }
  graph::Network network;
  network.graph = graph::graph_of(authors + followers, follows);
  network.niches.names = {"niche"};
  network.niches.home.assign(authors + followers, NicheId{0});
  network.people_per_agent = people_per_agent;
  network.origin = "authors with one audience";
  return network;
}

engine::BrandTally brand_total(const engine::Outcome& outcome, std::size_t brand) {
  engine::BrandTally sum;
  for (const engine::DayTally& day : outcome.days) sum.add(day.brand[brand]);
  return sum;
}

engine::TierTally tier_total(const engine::Outcome& outcome, market::Tier tier) {
  engine::TierTally sum;
  for (const engine::DayTally& day : outcome.days) sum.add(day.tier[market::index(tier)]);
  return sum;
}

}  // namespace clout::patterns
