// A campaign: who is hired for which budget, and when and how they post.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sim/base/parameter.hpp"
#include "sim/market/tier.hpp"

namespace clout::market {

/// Who is hired: nobody, accounts of one tier, or of several tiers by shares of the budget.
enum class RosterRule { none, tier, mix };
/// Where hired accounts come from: the brand's niche, or any.
enum class RosterNiche { brand, any };
/// How posts lie in time: evenly, all at the start, or in blocks with pauses between.
enum class Cadence { even, burst, pulse };
/// What the campaign is to bring.
enum class Objective { awareness, engagement, sales };
/// Whether posts are marked as advertising.
enum class Disclosure { disclosed, undisclosed };
/// Whether the influencer makes the content in an own voice.
enum class Creative { standard, customised };

/// One celebrity is {tier, celebrity, 1}; as many micro-influencers as the budget pays are {tier,
/// micro, 0}.
struct RosterSpec {
  RosterRule rule = RosterRule::tier;
  Tier tier = Tier::micro;       ///< for rule tier
  std::int64_t influencers = 0;  ///< for rule tier; 0: as many as the budget pays
  RosterNiche niche = RosterNiche::brand;
  double nano_share = 0;  ///< for rule mix: of the budget; the six shares add up to 1
  double micro_share = 0;
  double mid_share = 0;
  double macro_share = 0;
  double mega_share = 0;
  double celebrity_share = 0;

  bool operator==(const RosterSpec&) const = default;
};

struct CampaignSpec {
  std::string name;
  std::string brand;  ///< name of a brand
  double budget_usd = 50'000;
  std::int64_t start_days = 0;  ///< after day 0 of the run
  std::int64_t duration_days = 60;
  std::int64_t posts_per_influencer = 3;
  Cadence cadence = Cadence::even;
  std::int64_t pulse_days = 7;  ///< length of a block and of a pause, for cadence pulse
  Objective objective = Objective::sales;
  Creative creative = Creative::standard;
  double novelty = 0.5;  ///< of the creative, 0..1
  Disclosure disclosure = Disclosure::disclosed;
  double fixed_cost_per_influencer_usd = 50;
  double production_cost_usd = 0;
  RosterSpec roster;

  bool operator==(const CampaignSpec&) const = default;
};

/// What of the budget each tier is hired from: of rule tier all for one, of rule none nothing.
std::array<double, tiers> budget_shares(const RosterSpec& roster);

/// The rows of a scenario's [[campaign]] tables and of their roster.
std::span<const Parameter<CampaignSpec>> campaign_parameters();
std::span<const Parameter<RosterSpec>> roster_parameters();

}  // namespace clout::market

namespace clout {

template <>
inline constexpr std::array<std::string_view, 3> choice_names<market::RosterRule>{"none", "tier",
                                                                                  "mix"};
template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::RosterNiche>{"brand", "any"};
template <>
inline constexpr std::array<std::string_view, 3> choice_names<market::Cadence>{"even", "burst",
                                                                               "pulse"};
template <>
inline constexpr std::array<std::string_view, 3> choice_names<market::Objective>{
    "awareness", "engagement", "sales"};
template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::Disclosure>{"disclosed",
                                                                                  "undisclosed"};
template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::Creative>{"standard",
                                                                                "customised"};

}  // namespace clout
