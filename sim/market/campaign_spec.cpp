#include "sim/market/campaign_spec.hpp"

namespace clout::market {

namespace {

using enum Provenance;

constexpr std::string_view input = "an input of the study";

const Parameter<CampaignSpec> campaign_rows[] = {
    {{"brand", "1", 0, 0, 0, 0, assumed, input, "Name of the brand that pays. Must be given."},
     &CampaignSpec::brand},
    {{"budget_usd", "USD", 0, 1e10, 1000, 1e6, assumed, input,
      "Everything the campaign may cost; what is left over is reported."},
     &CampaignSpec::budget_usd},
    {{"start_days", "days", 0, 36500, 0, 90, assumed, input,
      "Days from the start of the run to that of the campaign."},
     &CampaignSpec::start_days},
    {{"duration_days", "days", 1, 36500, 7, 180, assumed, input,
      "Days from the first to the last possible post."},
     &CampaignSpec::duration_days},
    {{"posts_per_influencer", "1", 1, 1000, 1, 10, assumed, input,
      "Sponsored posts that each hired influencer makes."},
     &CampaignSpec::posts_per_influencer},
    {{"cadence", "1", 0, 0, 0, 0, assumed,
      "pulsing can beat even spending (Naik, Mantrala & Sawyer 1998)",
      "How posts lie in time: even, burst (all at the start) or pulse (blocks and pauses)."},
     choice<&CampaignSpec::cadence>},
    {{"pulse_days", "days", 1, 3650, 3, 28, assumed, input,
      "Length of a block of posts and of the pause after it, for cadence pulse."},
     &CampaignSpec::pulse_days},
    {{"objective", "1", 0, 0, 0, 0, assumed, input, "What the campaign is judged by."},
     choice<&CampaignSpec::objective>},
    {{"creative", "1", 0, 0, 0, 0, found,
      "customised content loses less with audience (Wies, Bleier & Edeling 2023)",
      "Whether each influencer makes the content in an own voice."},
     choice<&CampaignSpec::creative>},
    {{"novelty", "1", 0, 1, 0, 1, assumed,
      "originality +15.5% engagement per sd (Leung et al. 2022); scale ours",
      "How fresh the creative is."},
     &CampaignSpec::novelty},
    {{"disclosure", "1", 0, 0, 0, 0, found,
      "disclosure lowers credibility, not purchase (Eisend et al. 2020)",
      "Whether posts are marked as advertising."},
     choice<&CampaignSpec::disclosure>},
    {{"fixed_cost_per_influencer_usd", "USD", 0, 1e7, 0, 500, assumed,
      "an hour or two of an employee",
      "Cost of finding, briefing and watching one influencer, besides the price of posts."},
     &CampaignSpec::fixed_cost_per_influencer_usd},
    {{"production_cost_usd", "USD", 0, 1e9, 0, 100000, assumed, input,
      "Cost of the creative, whoever posts it."},
     &CampaignSpec::production_cost_usd},
};

const Parameter<RosterSpec> roster_rows[] = {
    {{"rule", "1", 0, 0, 0, 0, assumed, input,
      "Who is hired: none, accounts of one tier, or a mix of tiers by shares of the budget."},
     choice<&RosterSpec::rule>},
    {{"tier", "1", 0, 0, 0, 0, assumed, input, "Tier that is hired by rule tier."},
     choice<&RosterSpec::tier>},
    {{"influencers", "1", 0, 1e6, 0, 1000, assumed, input,
      "Accounts hired by rule tier; 0 for as many as the budget pays."},
     &RosterSpec::influencers},
    {{"niche", "1", 0, 0, 0, 0, assumed, input,
      "Whether accounts come from the brand's niche or from any."},
     choice<&RosterSpec::niche>},
    {{"nano_share", "1", 0, 1, 0, 1, assumed, input,
      "Share of the budget for nano-influencers, by rule mix."},
     &RosterSpec::nano_share},
    {{"micro_share", "1", 0, 1, 0, 1, assumed, input,
      "Share of the budget for micro-influencers, by rule mix."},
     &RosterSpec::micro_share},
    {{"mid_share", "1", 0, 1, 0, 1, assumed, input,
      "Share of the budget for the middle tier, by rule mix."},
     &RosterSpec::mid_share},
    {{"macro_share", "1", 0, 1, 0, 1, assumed, input,
      "Share of the budget for macro-influencers, by rule mix."},
     &RosterSpec::macro_share},
    {{"mega_share", "1", 0, 1, 0, 1, assumed, input,
      "Share of the budget for mega-influencers, by rule mix."},
     &RosterSpec::mega_share},
    {{"celebrity_share", "1", 0, 1, 0, 1, assumed, input,
      "Share of the budget for celebrities, by rule mix."},
     &RosterSpec::celebrity_share},
};

}  // namespace

std::array<double, tiers> budget_shares(const RosterSpec& roster) {
  if (roster.rule == RosterRule::mix)
    return {roster.nano_share,  roster.micro_share, roster.mid_share,
            roster.macro_share, roster.mega_share,  roster.celebrity_share};
  std::array<double, tiers> shares{};
  if (roster.rule == RosterRule::tier) shares[index(roster.tier)] = 1;
  return shares;
}

std::span<const Parameter<CampaignSpec>> campaign_parameters() { return campaign_rows; }
std::span<const Parameter<RosterSpec>> roster_parameters() { return roster_rows; }

}  // namespace clout::market
