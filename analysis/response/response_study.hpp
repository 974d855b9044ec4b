// The study behind response curves: one campaign at many budgets, tiers and numbers of posts, each
// an arm, so that all of them share graph, warm-up and random draws with the arm without a
// campaign.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/market/tier.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::response {

/// What is asked for.
struct Plan {
  std::string campaign;             ///< its name
  std::size_t steps = 8;            ///< budgets on a logarithmic grid, beside the campaign's own
  double low = 0.125;               ///< least budget, times the campaign's; above 0
  double high = 4;                  ///< largest, above low
  std::vector<market::Tier> tiers;  ///< that get all of the money; empty: those that can exist
  std::vector<std::int64_t> posts{1, 2, 3,
                                  5, 8, 12};  ///< per influencer, beside the campaign's own
};

/// What an arm is for.
enum class Role {
  idle,         ///< no campaign
  budget,       ///< a point of a curve
  same_budget,  ///< other posts per influencer, and as many influencers as the budget then pays
  same_roster,  ///< other posts per influencer by the same accounts, whatever that costs
};

struct StudyArm {
  Role role = Role::idle;
  std::optional<market::Tier> tier;  ///< all money to it; none: the campaign's own roster
  double budget_usd = 0;
  std::int64_t posts = 0;  ///< per influencer
};

struct ResponseStudy {
  scenario::Scenario study;    ///< with one campaign, and an arm for each of arms
  std::vector<StudyArm> arms;  ///< idle first
  std::vector<market::Tier> tiers;
};

/// Other campaigns and the study's own arms and sweep are left out. Throws InputError if there is
/// no such campaign, its budget is 0, the least one does not pay the production, a tier that was
/// asked for cannot exist, or an arm's settings contradict each other.
ResponseStudy response_study(const scenario::Scenario& study, const Plan& plan);

/// The campaign of a response study.
const market::CampaignSpec& campaign_of(const ResponseStudy& response);

/// Whether the campaign hires as many of this tier as the budget pays: then its own curve is the
/// tier's, and is not run twice.
bool is_own_tier(const market::CampaignSpec& campaign, market::Tier tier);

/// What an arm of role same_roster truly costs, from what the simulation says it spent: there the
/// fixed cost of each influencer is scaled with the posts, so that the same accounts are hired.
/// hired: influencers.
double true_cost_usd(const market::CampaignSpec& campaign, const StudyArm& arm, double spent_usd,
                     double hired);

}  // namespace clout::response
