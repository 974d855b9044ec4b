// The platform: how posts travel, what an influencer is called by audience, and what a post costs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "sim/base/parameter.hpp"

namespace clout::market {

/// Where micro-influencers begin: after nano ones, or, in the wide sense, wherever influencers
/// begin.
enum class MicroDefinition { narrow, wide };

/// Which platform the shipped settings of reach and engagement are those of; see
/// platform_profile.hpp.
enum class PlatformProfile { instagram, tiktok, youtube };

/// Smallest audience of each tier, in people; a tier ends where the next begins.
struct TierSpec {
  MicroDefinition micro = MicroDefinition::narrow;
  double nano_from = 1'000;
  double micro_from = 10'000;
  double mid_from = 100'000;
  double macro_from = 500'000;
  double mega_from = 1'000'000;
  double celebrity_from = 5'000'000;

  bool operator==(const TierSpec&) const = default;
};

/// Median price of a sponsored post is price(tier) x followers / 1000, spread log-normally over
/// influencers.
struct PriceSpec {
  double nano_usd_per_1k = 10;
  double micro_usd_per_1k = 10;
  double mid_usd_per_1k = 10;
  double macro_usd_per_1k = 10;
  double mega_usd_per_1k = 10;
  double celebrity_usd_per_1k = 5.5;
  double sigma = 0.8;              ///< of ln price
  double smallest_price_usd = 10;  ///< below which nobody posts

  bool operator==(const PriceSpec&) const = default;
};

/// Chance that an online follower is shown a post: seen_at_5k (F / 5000)^-slope in follow-graph
/// mode; impressions in proportion to F^impressions_exponent in algorithmic mode.
struct ReachSpec {
  double seen_at_5k = 0.2;
  double slope = 0.07;
  double impressions_exponent = 0.1;

  bool operator==(const ReachSpec&) const = default;
};

struct PlatformSpec {
  PlatformProfile profile = PlatformProfile::instagram;
  double posts_per_week = 5;
  double sponsored_share = 0.05;
  double click_through = 0.018;
  double fake_follower_share = 0.1;
  double posts_sigma = 0.5;       ///< of ln posts over influencers
  double sponsored_growth = 0.1;  ///< of the sponsored share with audience
  std::int64_t background_brands = 20;
  double background_fit = 0.6;
  double background_familiarity = 0.6;
  ReachSpec reach;
  TierSpec tiers;
  PriceSpec prices;

  bool operator==(const PlatformSpec&) const = default;
};

/// The rows of a scenario's [platform], [platform.reach], [platform.tiers] and [platform.prices]
/// tables.
std::span<const Parameter<PlatformSpec>> platform_parameters();
std::span<const Parameter<ReachSpec>> reach_parameters();
std::span<const Parameter<TierSpec>> tier_parameters();
std::span<const Parameter<PriceSpec>> price_parameters();

}  // namespace clout::market

namespace clout {

template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::MicroDefinition>{"narrow",
                                                                                       "wide"};

template <>
inline constexpr std::array<std::string_view, 3> choice_names<market::PlatformProfile>{
    "instagram", "tiktok", "youtube"};

}  // namespace clout
