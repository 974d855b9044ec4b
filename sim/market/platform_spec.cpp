#include "sim/market/platform_spec.hpp"

namespace clout::market {

namespace {

using enum Provenance;

constexpr std::string_view common_tiers = "tiers as the industry counts them";
constexpr std::string_view usual_price =
    "industry tables: about 10 (5 to 30) USD per 1,000 followers";

const Parameter<PlatformSpec> platform_rows[] = {
    {{"profile", "1", 0, 0, 0, 0, calibrated,
      "engagement tables by tier, industry; clout calibrate",
      "Platform whose reach and readiness to engage are the defaults of platform.reach, "
      "market.engagement.intercept and market.engagement.from_relatability."},
     choice<&PlatformSpec::profile>},
    {{"posts_per_week", "posts/week", 0, 1000, 2, 10, found,
      "interior optimum near 5 posts a week (Leung et al. 2022)",
      "Posts of an influencer in a week, organic and sponsored."},
     &PlatformSpec::posts_per_week},
    {{"sponsored_share", "1", 0, 1, 0.02, 0.5, found, "mean 2 to 7% of posts; 50% is an extreme",
      "Background share of sponsored posts before any campaign: how saturated the market is."},
     &PlatformSpec::sponsored_share},
    {{"click_through", "1", 0, 1, 0.01, 0.03, found,
      "industry tables: 1 to 3% of viewers, median 1.8%",
      "Share of viewers of a sponsored post that click, at average trust."},
     &PlatformSpec::click_through},
    {{"fake_follower_share", "1", 0, 1, 0, 0.3, assumed, "audits disagree; a scenario's input",
      "Share of followers that never see, click or buy."},
     &PlatformSpec::fake_follower_share},
    {{"posts_sigma", "1", 0, 3, 0.2, 1, assumed, "influencers differ; no published spread used",
      "Standard deviation of the logarithm of posts per week over influencers."},
     &PlatformSpec::posts_sigma},
    {{"sponsored_growth", "1", -1, 1, 0, 0.3, assumed,
      "larger accounts carry more advertising; size free",
      "Exponent by which the background sponsored share grows with followers / 30,000."},
     &PlatformSpec::sponsored_growth},
    {{"background_brands", "1", 1, 1000, 5, 100, assumed,
      "brands that one influencer works with; free",
      "Brands that sponsor an influencer in the background."},
     &PlatformSpec::background_brands},
    {{"background_fit", "1", 0, 1, 0.4, 0.8, assumed, "fit of background sponsors; scale ours",
      "Fit of background brands with the influencer."},
     &PlatformSpec::background_fit},
    {{"background_familiarity", "1", 0, 1, 0.3, 0.9, assumed,
      "most sponsors are known brands; scale ours",
      "Share of consumers that know a background brand."},
     &PlatformSpec::background_familiarity},
};

const Parameter<ReachSpec> reach_rows[] = {
    {{"seen_at_5k", "1", 0, 1, 0.1, 0.6, assumed,
      "18% at 30,000 followers with the slope below; industry tables have 16%",
      "Chance that an online follower of an account with 5,000 followers is shown its post."},
     &ReachSpec::seen_at_5k},
    {{"slope", "1", 0, 2, 0.039, 0.7, calibrated,
      "industry tables for Instagram: micro about 16%, macro about 3%; cannot hold together with "
      "tables of engagement (docs/calibration.md); calibrated (docs/calibration.md), 90% of "
      "accepted sets: 0.0471 to 0.119",
      "How fast the share of followers reached falls with audience (feed follow_graph)."},
     &ReachSpec::slope},
    {{"impressions_exponent", "1", 0, 1, 0.05, 0.3, found,
      "mean 0.10 on TikTok (Tian, Dew & Iyengar 2024)",
      "Elasticity of impressions to followers (feed algorithmic)."},
     &ReachSpec::impressions_exponent},
};

const Parameter<TierSpec> tier_rows[] = {
    {{"micro", "1", 0, 0, 0, 0, found,
      "micro-influencers as 10,000-100,000 followers, or in the wide sense 1,000-100,000",
      "narrow: nano below micro_from; wide: micro begins at nano_from and no account is nano."},
     choice<&TierSpec::micro>},
    {{"nano_from", "people", 1, 1e9, 500, 2000, found, common_tiers,
      "Smallest audience of an influencer."},
     &TierSpec::nano_from},
    {{"micro_from", "people", 1, 1e9, 5000, 20000, found, common_tiers,
      "Smallest audience of a micro-influencer."},
     &TierSpec::micro_from},
    {{"mid_from", "people", 1, 1e9, 50000, 200000, found, common_tiers,
      "Smallest audience of the middle tier."},
     &TierSpec::mid_from},
    {{"macro_from", "people", 1, 1e9, 250000, 750000, found, common_tiers,
      "Smallest audience of a macro-influencer."},
     &TierSpec::macro_from},
    {{"mega_from", "people", 1, 1e9, 1e6, 2e6, found, common_tiers,
      "Smallest audience of a mega-influencer."},
     &TierSpec::mega_from},
    {{"celebrity_from", "people", 1, 1e10, 2e6, 2e7, found, common_tiers,
      "Smallest audience of a celebrity."},
     &TierSpec::celebrity_from},
};

const Parameter<PriceSpec> price_rows[] = {
    {{"nano_usd_per_1k", "USD/1k", 0, 10000, 5, 30, found, usual_price,
      "Median price of a nano-influencer's post per 1,000 followers."},
     &PriceSpec::nano_usd_per_1k},
    {{"micro_usd_per_1k", "USD/1k", 0, 10000, 5, 30, found, usual_price,
      "Median price of a micro-influencer's post per 1,000 followers."},
     &PriceSpec::micro_usd_per_1k},
    {{"mid_usd_per_1k", "USD/1k", 0, 10000, 5, 30, found, usual_price,
      "Median price of a middle-tier post per 1,000 followers."},
     &PriceSpec::mid_usd_per_1k},
    {{"macro_usd_per_1k", "USD/1k", 0, 10000, 5, 30, found, usual_price,
      "Median price of a macro-influencer's post per 1,000 followers."},
     &PriceSpec::macro_usd_per_1k},
    {{"mega_usd_per_1k", "USD/1k", 0, 10000, 5, 30, found, usual_price,
      "Median price of a mega-influencer's post per 1,000 followers."},
     &PriceSpec::mega_usd_per_1k},
    {{"celebrity_usd_per_1k", "USD/1k", 0, 10000, 4, 30, found,
      "industry tables: the largest celebrities 5 to 6 USD",
      "Median price of a celebrity's post per 1,000 followers."},
     &PriceSpec::celebrity_usd_per_1k},
    {{"sigma", "1", 0, 3, 0.5, 1.2, found, "log-normal spread of prices in industry tables",
      "Standard deviation of the logarithm of price over influencers of one size."},
     &PriceSpec::sigma},
    {{"smallest_price_usd", "USD", 0, 1e6, 0, 50, found, "industry tables: nano from 10 USD a post",
      "Price below which no influencer posts."},
     &PriceSpec::smallest_price_usd},
};

}  // namespace

std::span<const Parameter<PlatformSpec>> platform_parameters() { return platform_rows; }
std::span<const Parameter<ReachSpec>> reach_parameters() { return reach_rows; }
std::span<const Parameter<TierSpec>> tier_parameters() { return tier_rows; }
std::span<const Parameter<PriceSpec>> price_parameters() { return price_rows; }

}  // namespace clout::market
