// P16: engagement grows less than spend, and an influencer can post too little or too much.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/patterns/least_squares.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"
#include "sim/market/tier_of.hpp"

namespace clout::patterns {

namespace {

constexpr double any = std::numeric_limits<double>::infinity();
constexpr market::Day warm_up_days = 28;

// Posts of all prices.

/// Each class of prices is a brand of its own, so that engagements are counted apart and no
/// audience sees one brand too often.
constexpr std::size_t classes = 8;
constexpr market::Day sample_days = 28;
constexpr std::size_t most_in_class = 200;

engine::Arm brand_per_class(const Lab& lab) {
  engine::Arm arm = lab.arm();
  const market::BrandSpec brand = arm.brands[0];
  arm.brands.clear();
  for (std::size_t n = 0; n < classes; ++n) {
    arm.brands.push_back(brand);
    arm.brands.back().name = fmt::format("class-{}", n);
    arm.campaigns.push_back(unhired_campaign(arm.brands.back().name));
    arm.campaigns.back().brand = arm.brands.back().name;
  }
  return arm;
}

double log_price(const engine::World& world, engine::InfluencerIndex k) {
  const engine::Influencer& who = world.influencers[k];
  return std::log(market::price_of_post(world.arm->platform.prices, who.tier, who.followers,
                                        who.traits.price_z));
}

/// Influencers by classes of equal steps in ln price; of each the first in the order of asking.
std::array<std::vector<engine::InfluencerIndex>, classes> by_price(const engine::World& world) {
  std::vector<double> prices;
  for (engine::InfluencerIndex k = 0; k < world.influencers.size(); ++k)
    prices.push_back(log_price(world, k));
  const auto [low, high] = std::ranges::minmax(prices);
  std::array<std::vector<engine::InfluencerIndex>, classes> sorted;
  for (engine::InfluencerIndex k = 0; k < prices.size(); ++k) {
    const auto n = static_cast<std::size_t>(classes * (prices[k] - low) / (high - low));
    sorted[std::min(n, classes - 1)].push_back(k);
  }
  for (auto& members : sorted) {
    std::ranges::sort(members, {}, [&](engine::InfluencerIndex k) {
      return world.influencers[k].traits.priority;
    });
    if (members.size() > most_in_class) members.resize(most_in_class);
  }
  return sorted;
}

/// Slope of ln engagements per post on ln price per post over the classes.
double per_post(const Lab& lab, const engine::Arm& arm, random::Replicate replicate) {
  engine::World world =
      make_world(lab.market(), arm, lab.run(sample_days, warm_up_days), replicate);
  const auto members = by_price(world);
  std::array<double, classes> mean_price{};
  for (std::size_t n = 0; n < classes; ++n) {
    for (std::size_t m = 0; m < members[n].size(); ++m) {
      mean_price[n] += log_price(world, members[n][m]) / static_cast<double>(members[n].size());
      plan_post(world, n, members[n][m], static_cast<market::Day>(warm_up_days + m % sample_days));
    }
  }
  const engine::DayTally sum = run_days(world, 0, warm_up_days + sample_days);
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t n = 0; n < classes; ++n) {
    if (members[n].empty()) continue;
    // One half keeps a class without any engagement finite.
    const double engagements = static_cast<double>(sum.brand[n].engagements) + 0.5;
    x.push_back(mean_price[n]);
    y.push_back(std::log(engagements / static_cast<double>(members[n].size())));
  }
  return slope(x, y);
}

// Campaigns of all budgets.

constexpr std::array budgets = {50'000.0, 200'000.0, 800'000.0};  ///< US dollars

/// Slope of ln engagements of a campaign on ln budget, as many micro-influencers as it pays.
double per_budget(const Lab& lab, random::Replicate replicate) {
  constexpr market::Day days = 42;
  const engine::Arm idle = lab.arm();
  const engine::RunSpec run = lab.run(days, warm_up_days);
  engine::World start = make_world(lab.market(), idle, run, replicate);
  run_days(start, 0, warm_up_days);
  std::vector<double> x;
  std::vector<double> y;
  for (const double budget : budgets) {
    engine::Arm arm = idle;
    market::CampaignSpec campaign = unhired_campaign();
    campaign.budget_usd = budget;
    campaign.duration_days = days;
    campaign.roster = {.rule = market::RosterRule::tier, .niche = market::RosterNiche::any};
    arm.campaigns = {campaign};
    engine::World world(start);
    become(world, arm, run);
    const engine::DayTally sum = run_days(world, warm_up_days, warm_up_days + days);
    x.push_back(std::log(world.campaigns[0].roster.spent_usd));
    y.push_back(std::log(static_cast<double>(sum.brand[0].engagements) + 0.5));
  }
  return slope(x, y);
}

// How often an influencer posts.

constexpr std::array weekly_posts = {1.0, 2.0, 3.0, 5.0, 8.0, 14.0};
constexpr std::size_t audience = 20'000;
constexpr double people_per_agent = 2.5;  ///< 50,000 followers: a micro-influencer
constexpr market::Day settling_days = 90;
constexpr market::Day campaign_weeks = 8;

/// Engagements with one campaign post a week by an influencer who makes so many posts a week of all
/// kinds. The days and viewers of the campaign posts are the same at any activity.
double engagements(const Lab& lab, const graph::Network& network, double posts_per_week,
                   random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  arm.platform.posts_per_week = posts_per_week;
  arm.platform.posts_sigma = 0;
  arm.campaigns = {unhired_campaign()};
  constexpr market::Day days = 7 * campaign_weeks;
  engine::World world = make_world(network, arm, lab.run(days, settling_days), replicate);
  for (market::Day week = 0; week < campaign_weeks; ++week)
    plan_post(world, 0, 0, static_cast<market::Day>(settling_days + 7 * week));
  const engine::DayTally sum = run_days(world, 0, settling_days + days);
  return static_cast<double>(sum.brand[0].engagements);
}

struct Cadence {
  double bend = 0;  ///< of ln engagements over ln posts a week
  double best = 0;  ///< posts a week, within those tried
};

Cadence cadence(const Lab& lab, const graph::Network& network, random::Replicate replicate) {
  std::vector<double> x;
  std::vector<double> y;
  for (const double posts : weekly_posts) {
    x.push_back(std::log(posts));
    y.push_back(std::log(engagements(lab, network, posts, replicate) + 0.5));
  }
  const Parabola curve = parabola(x, y);
  if (curve.square >= 0) {
    const bool rising = slope(x, y) > 0;
    return {curve.square, rising ? weekly_posts.back() : weekly_posts.front()};
  }
  return {curve.square, std::exp(std::clamp(curve.vertex(), x.front(), x.back()))};
}

Evidence measure(const Lab& lab) {
  const engine::Arm arm = brand_per_class(lab);
  const auto posts = lab.replicates(
      lab.seeds(12, 2), [&](random::Replicate replicate) { return per_post(lab, arm, replicate); });
  const auto campaigns = lab.replicates(
      lab.seeds(8, 2), [&](random::Replicate replicate) { return per_budget(lab, replicate); });
  const graph::Network network = audience_network(1, audience, people_per_agent);
  const auto cadences = lab.replicates(lab.seeds(24, 4), [&](random::Replicate replicate) {
    return cadence(lab, network, replicate);
  });
  std::vector<double> bends;
  std::vector<double> bests;
  for (const Cadence& each : cadences) {
    bends.push_back(each.bend);
    bests.push_back(each.best);
  }
  Evidence evidence;
  evidence.readings = {
      reading_of("elasticity of a post's engagement to its price", "1", posts, {0.3, 0.7}),
      reading_of("elasticity of a campaign's engagement to its budget", "1", campaigns),
      reading_of("bend of engagement over posts a week", "1", bends, {-any, 0},
                 Rule::interval_inside),
      reading_of("posts a week with most engagement", "posts a week", bests, {3, 8})};
  evidence.note =
      "The source's unit is the post: its spend is the price of the post, over influencers from "
      "nano to celebrity. A campaign's budget, which buys more micro-influencers, is shown, not "
      "judged. The source's activity is how many posts of all kinds an influencer makes; here one "
      "of 50,000 followers with one campaign post a week, 1 to 14 posts a week in all. In the "
      "model more posts mean more organic views, which build trust, and more background "
      "advertisements, which build load and cost it; nothing else tires an audience of posts as "
      "such, so that an optimum in between depends on these two alone.";
  return evidence;
}

}  // namespace

Pattern p16() {
  return {
      .id = "P16",
      .finding =
          "Engagement grows less than in proportion to spend, and is highest for influencers who "
          "post neither rarely nor very often.",
      .source = "Leung et al. 2022, Journal of Marketing 86",
      .grade = "A",
      .published =
          "1% more spend, 0.46% more engagement; best at about 5 posts a week (5,800 posts, 2,412 "
          "influencers)",
      .criterion =
          "The slope of ln engagements on ln price over sponsored posts of all prices is 0.3 to "
          "0.7. Over the posts a week an influencer makes, a parabola through ln engagement with "
          "its sponsored posts bends down, with its whole interval, and is highest at 3 to 8.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
