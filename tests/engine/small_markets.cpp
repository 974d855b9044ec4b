#include "tests/engine/small_markets.hpp"

#include <algorithm>
#include <vector>

#include "sim/random/uniform.hpp"

namespace clout::tests {

graph::Network small_network(std::size_t accounts, std::uint64_t seed) {
  const auto key =
      random::stream_key(random::Seed{seed}, random::Replicate{0}, random::Purpose::self_test);
  std::vector<graph::Follow> follows;
  graph::Network network;
  network.niches.names = {"beauty", "games", "food", "travel"};
  network.people_per_agent = 1000;
  network.origin = "test";
  for (std::size_t k = 0; k < accounts; ++k) {
    const auto home = random::draw_block(key, k, 0, 0);
    network.niches.home.push_back(static_cast<NicheId>(random::below(home[0], 4)));
    const double chance = 0.5 / (1.0 + static_cast<double>(k % 97));
    for (std::size_t i = 0; i < accounts; ++i) {
      const auto bits = random::draw_block(key, k, 1, static_cast<std::uint32_t>(i));
      if (i != k && random::unit_double(bits[0]) < chance)
        follows.push_back({account_at(i), account_at(k)});
    }
  }
  network.graph = graph::graph_of(accounts, follows);
  return network;
}

engine::Arm busy_arm() {
  engine::Arm arm;
  arm.name = "busy";
  auto& platform = arm.platform;
  platform.posts_per_week = 7;
  platform.sponsored_share = 0.3;
  platform.click_through = 0.2;
  platform.background_brands = 5;
  platform.tiers = {.nano_from = 5e3,
                    .micro_from = 2e4,
                    .mid_from = 6e4,
                    .macro_from = 1e5,
                    .mega_from = 1.6e5,
                    .celebrity_from = 2.2e5};
  auto& market = arm.market;
  market.unfollow.base_per_day = 0.005;
  market.unfollow.from_suspicion = 0.05;
  market.trust.gain_rate = 0.05;
  market.trust.loss_rate = 0.2;
  market.engagement.intercept = -1;
  market.engagement.comment_share = 0.3;
  market.reply.replies_per_day = 1500;
  market.funnel.click_to_purchase = 0.2;
  market.funnel.consider_intercept = -1;
  market.funnel.choice_intercept = -2;
  market.funnel.repeat_mean_days = 8;
  market.funnel.satisfaction_mean = 0.6;
  market.funnel.satisfaction_spread = 0.3;
  market.word_of_mouth.innovation_per_day = 0.01;
  market.word_of_mouth.imitation_per_day = 0.1;
  market.word_of_mouth.buyer_post_share = 0.3;
  market.word_of_mouth.engager_post_share = 0.2;
  arm.brands = {
      {.name = "acme", .product = market::ProductKind::hedonic, .price_usd = 20, .niche = "beauty"},
      {.name = "tool",
       .product = market::ProductKind::utilitarian,
       .price_usd = 60,
       .familiarity = 0.1}};
  market::CampaignSpec even{.name = "even",
                            .brand = "acme",
                            .budget_usd = 20'000,
                            .start_days = 2,
                            .duration_days = 30,
                            .posts_per_influencer = 4};
  even.roster = {.rule = market::RosterRule::tier,
                 .tier = market::Tier::nano,
                 .niche = market::RosterNiche::any};
  market::CampaignSpec burst = even;
  burst.name = "burst";
  burst.brand = "tool";
  burst.cadence = market::Cadence::burst;
  burst.disclosure = market::Disclosure::undisclosed;
  burst.roster = {.rule = market::RosterRule::tier,
                  .tier = market::Tier::macro,
                  .influencers = 3,
                  .niche = market::RosterNiche::any};
  market::CampaignSpec pulse = even;
  pulse.name = "pulse";
  pulse.cadence = market::Cadence::pulse;
  pulse.pulse_days = 5;
  pulse.creative = market::Creative::customised;
  pulse.roster = {.rule = market::RosterRule::mix,
                  .niche = market::RosterNiche::any,
                  .micro_share = 0.5,
                  .mid_share = 0.5};
  arm.campaigns = {even, burst, pulse};
  return arm;
}

engine::RunSpec short_run(std::int64_t seed) {
  return {.days = 40, .warm_up_days = 10, .replicates = 1, .seed = seed};
}

}  // namespace clout::tests
