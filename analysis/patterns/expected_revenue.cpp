#include "analysis/patterns/expected_revenue.hpp"

#include "analysis/patterns/by_size.hpp"
#include "analysis/patterns/views.hpp"
#include "sim/engine/appraisal.hpp"
#include "sim/engine/brand_today.hpp"
#include "sim/market/engagement.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/market/tier_of.hpp"

namespace clout::patterns {

namespace {

using market::Stage;

/// How much of a post gets through to a viewer.
struct Impact {
  float persuasion = 1;
  float strength = 1;
  float credibility = 0;
};

Impact impact_of(const engine::World& world, const engine::Post& post, const View& view,
                 float persuasion, market::Day day) {
  const market::Rates& rates = world.rates;
  const market::ConsumerState& consumer = world.consumer[index(view.follower)];
  const unsigned days =
      consumer.touched == market::never ? 0U : static_cast<unsigned>(day - consumer.touched);
  const float ads_a_day =
      consumer.ads_in_memory * rates.clutter_decay.kept(days) * rates.ads_per_day_per_memory;
  Impact impact;
  impact.persuasion = persuasion;
  impact.strength = market::clutter_factor(rates.clutter_weight, ads_a_day, post.clutter_escape) *
                    impact.persuasion *
                    static_cast<float>(world.traits[index(view.follower)].susceptibility) * 0.01F;
  impact.credibility = view.trust;  // of a hedonic product
  return impact;
}

/// The state with the brand once the post was seen.
market::BrandState after_post(const engine::World& world, const engine::Post& post,
                              const View& view, const Impact& impact, float load, market::Day day) {
  const market::Rates& rates = world.rates;
  market::BrandState brand =
      engine::brand_today(world.brand_state(view.follower, post.brand), rates, day);
  brand.credibility = market::mean_with(brand.credibility, brand.memory, impact.credibility);
  brand.fit = market::mean_with(brand.fit, brand.memory, post.fit);
  brand.load = market::mean_with(brand.load, brand.memory, load);
  brand.memory += (rates.wear_out ? market::from_units(brand.quality) : 1.0F) * impact.persuasion;
  brand.annoyance += rates.annoyance_per_exposure;
  return brand;
}

/// Chance to buy before consideration lapses: each day the choice, then, if it was for nothing, the
/// lapse.
double buys_by_choice(const engine::World& world, const market::BrandState& brand, float score) {
  const market::Rates& rates = world.rates;
  const auto choice = static_cast<double>(portable::logistic(
      rates.choice_intercept + score - rates.load_on_buying * brand.load - rates.outside_utility));
  return choice / (1 - (1 - choice) * (1 - static_cast<double>(rates.lapse_per_day)));
}

/// Chance that a viewer of the post becomes a buyer by it.
double sale_chance(const engine::World& world, const engine::Post& post, const View& view,
                   market::Day day) {
  const market::Rates& rates = world.rates;
  const Stage stage = world.brand_state(view.follower, post.brand).stage;
  if (!rates.consideration || stage >= Stage::considering) return 0;
  const Judgement judgement = judge(world, post, view, day);
  const Impact impact = impact_of(world, post, view, judgement.persuasion, day);
  const market::BrandState brand = after_post(world, post, view, impact, judgement.load, day);
  const float damp = portable::exp(-rates.load_on_clicks * judgement.load);
  const double click = static_cast<double>(
      market::response_chance(rates.click_logit, rates.engagement.trust, impact.credibility,
                              rates.engagement.fatigue * brand.annoyance) *
      impact.strength * damp);
  const auto by_click = static_cast<double>(
      market::response_chance(rates.purchase_logit, rates.appraisal.trust, impact.credibility,
                              rates.load_on_buying * judgement.load));
  const double noticed =
      std::min(1.0, static_cast<double>(rates.awareness_per_view * impact.strength *
                                        rates.disclosed_recall * damp));
  const double aware = stage == Stage::unaware ? 1 - (1 - noticed) * (1 - click) : 1;
  const float score = engine::brand_score(brand, rates, world.relative_price[post.brand]);
  const double considers =
      aware * static_cast<double>(portable::logistic(rates.consider_intercept + score));
  const double at_once = click * by_click;
  return at_once + (1 - at_once) * considers * buys_by_choice(world, brand, score);
}

}  // namespace

std::vector<PostRevenue> expected_revenue(const engine::World& world, std::size_t campaign,
                                          market::Day day) {
  const std::vector<engine::Post> posts = planned_posts(world, campaign, day);
  const double per_agent = world.network->people_per_agent *
                           world.arm->brands[world.campaigns[campaign].brand].price_usd;
  std::vector<PostRevenue> all;
  all.reserve(posts.size());
  for (engine::InfluencerIndex number = 0; number < world.influencers.size(); ++number) {
    const engine::Influencer& author = world.influencers[number];
    double sales = 0;
    for_each_view(world, number, day, [&](const View& view) {
      sales += view.chance * sale_chance(world, posts[number], view, day);
    });
    all.push_back(
        {author.followers, author.tier, sales * per_agent,
         market::price_of_post(world.arm->platform.prices, author.tier, author.followers, 0)});
  }
  return all;
}

double nano_over_macro(const std::vector<PostRevenue>& posts, double fixed_cost_usd) {
  const auto per_dollar = [&](market::Tier tier) {
    double revenue = 0;
    double cost = 0;
    for (const PostRevenue& post : posts) {
      if (post.tier != tier) continue;
      revenue += post.revenue_usd;
      cost += post.price_usd + fixed_cost_usd;
    }
    return revenue / cost;
  };
  return per_dollar(market::Tier::nano) / per_dollar(market::Tier::macro);
}

double revenue_exponent(const std::vector<PostRevenue>& posts) {
  std::vector<SizePoint> points;
  points.reserve(posts.size());
  for (const PostRevenue& post : posts)
    points.push_back({post.followers, post.revenue_usd / post.followers});
  return exponent_of_size(size_classes(points, 1'000, 1e6));
}

}  // namespace clout::patterns
