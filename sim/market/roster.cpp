#include "sim/market/roster.hpp"

#include <algorithm>
#include <limits>

namespace clout::market {

namespace {

struct Purse {
  double left_usd;
  std::int64_t places;
};

/// Hires from one tier while money and places last.
void hire(const CampaignSpec& campaign, std::span<const Candidate> in_order, Tier tier,
          Purse& purse, Roster& roster) {
  for (const Candidate& each : in_order) {
    if (purse.places == 0) return;
    if (each.tier != tier) continue;
    const double cost = each.price_usd * static_cast<double>(campaign.posts_per_influencer) +
                        campaign.fixed_cost_per_influencer_usd;
    if (cost > purse.left_usd) continue;
    purse.left_usd -= cost;
    --purse.places;
    roster.hired.push_back({each.account, each.tier, each.price_usd});
  }
}

std::vector<Candidate> in_order_of_priority(std::span<const Candidate> candidates,
                                            const RosterSpec& spec, NicheId brand_niche) {
  std::vector<Candidate> kept;
  for (const Candidate& each : candidates) {
    if (spec.niche == RosterNiche::any || each.niche == brand_niche) kept.push_back(each);
  }
  std::sort(kept.begin(), kept.end(), [](const Candidate& a, const Candidate& b) {
    return std::pair(a.priority, a.account) < std::pair(b.priority, b.account);
  });
  return kept;
}

}  // namespace

Roster pack_roster(const CampaignSpec& campaign, std::span<const Candidate> candidates,
                   NicheId brand_niche) {
  constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();
  const RosterSpec& spec = campaign.roster;
  Roster roster;
  if (spec.rule == RosterRule::none) {
    roster.left_over_usd = campaign.budget_usd;
    return roster;
  }
  const std::vector<Candidate> order = in_order_of_priority(candidates, spec, brand_niche);
  const double for_posts = campaign.budget_usd - campaign.production_cost_usd;
  double left = 0;
  if (spec.rule == RosterRule::tier) {
    Purse purse{for_posts, spec.influencers == 0 ? no_limit : spec.influencers};
    hire(campaign, order, spec.tier, purse, roster);
    left = purse.left_usd;
  } else {
    const auto shares = budget_shares(spec);
    for (std::size_t tier = 0; tier < tiers; ++tier) {
      if (shares[tier] <= 0) continue;
      Purse purse{left + shares[tier] * for_posts, no_limit};
      hire(campaign, order, static_cast<Tier>(tier), purse, roster);
      left = purse.left_usd;
    }
  }
  // Shares that add up to one but for rounding must not spend a cent more than there is.
  roster.left_over_usd = std::clamp(left, 0.0, campaign.budget_usd);
  roster.spent_usd = campaign.budget_usd - roster.left_over_usd;
  return roster;
}

namespace {

/// Calendar day of the n-th day that lies in a block.
std::int64_t in_block(std::int64_t n, std::int64_t pulse) {
  return n / pulse * 2 * pulse + n % pulse;
}

/// Days of a duration that lie in blocks.
std::int64_t block_days(std::int64_t duration, std::int64_t pulse) {
  return duration / (2 * pulse) * pulse + std::min(duration % (2 * pulse), pulse);
}

}  // namespace

std::vector<std::int64_t> post_days(const CampaignSpec& campaign, double phase) {
  const std::int64_t posts = campaign.posts_per_influencer;
  const std::int64_t duration = campaign.duration_days;
  const bool pulse = campaign.cadence == Cadence::pulse;
  const std::int64_t usable = pulse ? block_days(duration, campaign.pulse_days) : duration;
  std::vector<std::int64_t> days;
  for (std::int64_t post = 0; post < posts; ++post) {
    const double at = (static_cast<double>(post) + phase) / static_cast<double>(posts);
    std::int64_t day = static_cast<std::int64_t>(at * static_cast<double>(usable));
    if (campaign.cadence == Cadence::burst) day = post;
    day = std::min(day, usable - 1);
    days.push_back(pulse ? in_block(day, campaign.pulse_days) : day);
  }
  return days;
}

}  // namespace clout::market
