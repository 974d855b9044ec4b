#include "analysis/patterns/stage.hpp"

#include <algorithm>

namespace clout::patterns {

namespace {

AccountId account_with_audience(const graph::FollowerGraph& graph, std::size_t wanted) {
  const auto distance = [&](std::size_t account) {
    const std::size_t audience = graph.audience(account_at(account));
    return audience > wanted ? audience - wanted : wanted - audience;
  };
  std::size_t nearest = 0;
  for (std::size_t account = 1; account < graph.accounts(); ++account) {
    if (distance(account) < distance(nearest)) nearest = account;
  }
  return account_at(nearest);
}

}  // namespace

graph::Network stage(const Lab& lab, std::size_t agents, double people) {
  const graph::Network& market = lab.market();
  const AccountId author = account_with_audience(market.graph, agents);
  const auto audience = market.graph.followers(author);
  std::vector<graph::Follow> follows;
  graph::Network network;
  network.niches.names = market.niches.names;
  network.niches.home = {market.niches.home[index(author)]};
  for (std::size_t n = 0; n < audience.size(); ++n) {
    follows.push_back({account_at(1 + n), account_at(0)});
    network.niches.home.push_back(market.niches.home[index(audience[n])]);
  }
  network.graph = graph::graph_of(1 + audience.size(), follows);
  network.people_per_agent = people / static_cast<double>(audience.size());
  network.origin = "one author's audience of the market";
  return network;
}

void show_everything(engine::Arm& arm) {
  arm.market.attention.online_share = 1;
  arm.market.attention.online_spread = 0;
  arm.market.mechanism.attention = false;
  arm.market.mechanism.unfollow = false;
  arm.market.mechanism.feed = market::Feed::follow_graph;
  arm.platform.reach.seen_at_5k = 1;
  arm.platform.reach.slope = 0;
  arm.platform.fake_follower_share = 0;
}

void endorse_ordinary_brands(engine::Arm& arm, std::size_t count) {
  arm.brands.clear();
  arm.campaigns.clear();
  for (std::size_t n = 0; n < count; ++n) {
    const std::string number = std::to_string(n + 1);
    market::BrandSpec brand{.name = "brand-" + number};
    brand.fit_in_niche = arm.platform.background_fit;
    brand.fit_elsewhere = arm.platform.background_fit;
    brand.familiarity = arm.platform.background_familiarity;
    arm.brands.push_back(brand);
    market::CampaignSpec campaign = unhired_campaign("campaign-" + number);
    campaign.brand = brand.name;
    arm.campaigns.push_back(campaign);
  }
}

void bring_home(engine::Arm& arm, const graph::Network& stage) {
  for (market::BrandSpec& brand : arm.brands)
    brand.niche = stage.niches.names[index(stage.niches.home[0])];
}

void plan_posts(engine::World& world, std::size_t campaign, market::Day first, std::size_t posts,
                market::Day every) {
  for (std::size_t n = 0; n < posts; ++n) {
    const auto after = static_cast<market::Day>(n) * every;
    plan_post(world, campaign, 0, static_cast<market::Day>(first + after));
  }
}

}  // namespace clout::patterns
