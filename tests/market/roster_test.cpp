// Tiers, prices, rosters and the days of posts.
#include "sim/market/roster.hpp"

#include <algorithm>
#include <cmath>

#include "sim/market/tier_of.hpp"
#include "sim/random/distributions.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using market::Tier;

namespace {

std::vector<market::Candidate> crowd() {
  std::vector<market::Candidate> all;
  for (std::uint32_t n = 0; n < 60; ++n)
    all.push_back({account_at(n), static_cast<Tier>(n % 3), static_cast<NicheId>(n % 2),
                   10.0 + 7 * (n % 11), n * 2654435761U});
  return all;
}

market::CampaignSpec campaign_of(double budget) {
  market::CampaignSpec campaign;
  campaign.budget_usd = budget;
  campaign.posts_per_influencer = 2;
  campaign.fixed_cost_per_influencer_usd = 5;
  campaign.production_cost_usd = 20;
  campaign.roster.niche = market::RosterNiche::any;
  return campaign;
}

double cost(const market::CampaignSpec& campaign, const market::Roster& roster) {
  double sum = campaign.production_cost_usd;
  for (const auto& hired : roster.hired)
    sum += 2 * hired.price_usd + campaign.fixed_cost_per_influencer_usd;
  return sum;
}

}  // namespace

TEST_CASE("tiers begin where the platform says") {
  const market::TierSpec spec;
  CHECK_FALSE(tier_of(spec, 999));
  CHECK(tier_of(spec, 1e4) == Tier::micro);
  CHECK(tier_of(spec, 499'999) == Tier::mid);
  CHECK(tier_of(spec, 5e5) == Tier::macro);
  CHECK(tier_of(spec, 1e6) == Tier::mega);
  CHECK(tier_of(spec, 5e6) == Tier::celebrity);
}

TEST_CASE("prices are log-normal about the median per thousand, and not below the smallest") {
  const market::PriceSpec spec;
  CHECK(price_of_post(spec, Tier::micro, 20'000, 0) == Approx(200));
  CHECK(price_of_post(spec, Tier::micro, 20'000, 1) == Approx(200 * std::exp(0.8)));
  CHECK(price_of_post(spec, Tier::nano, 1000, -5) == 10);
  CHECK(price_of_post(spec, Tier::celebrity, 6e6, 0) == Approx(33'000));
}

TEST_CASE("no roster costs more than its budget, and what is left over is said") {
  const auto all = crowd();
  for (double budget = 20; budget < 4000; budget += 37) {
    for (const auto rule :
         {market::RosterRule::tier, market::RosterRule::mix, market::RosterRule::none}) {
      market::CampaignSpec campaign = campaign_of(budget);
      campaign.roster.rule = rule;
      campaign.roster.nano_share = 0.5;
      campaign.roster.micro_share = 0.25;
      campaign.roster.mid_share = 0.25;
      const market::Roster roster = pack_roster(campaign, all, NicheId{});
      CHECK(roster.spent_usd <= budget + 1e-9);
      CHECK(roster.spent_usd + roster.left_over_usd == Approx(budget));
      if (rule == market::RosterRule::none) {
        CHECK(roster.hired.empty());
        CHECK(roster.spent_usd == 0);
      } else {
        CHECK(roster.spent_usd == Approx(cost(campaign, roster)));
      }
    }
  }
}

TEST_CASE("a roster hires of its tier and niche, each once, and as many as asked for") {
  market::CampaignSpec campaign = campaign_of(1e6);
  campaign.roster.tier = Tier::micro;
  campaign.roster.niche = market::RosterNiche::brand;
  const market::Roster roster = pack_roster(campaign, crowd(), NicheId{1});
  CHECK(roster.hired.size() == 10);
  for (const auto& hired : roster.hired) {
    CHECK(hired.tier == Tier::micro);
    CHECK(index(hired.account) % 2 == 1);
  }
  campaign.roster.influencers = 3;
  CHECK(pack_roster(campaign, crowd(), NicheId{1}).hired.size() == 3);
}

TEST_CASE("a larger budget begins with the same influencers") {
  const auto all = crowd();
  market::CampaignSpec campaign = campaign_of(1e6);
  campaign.roster.tier = Tier::nano;
  const auto many = pack_roster(campaign, all, NicheId{}).hired;
  campaign.roster.influencers = 5;
  const auto few = pack_roster(campaign, all, NicheId{}).hired;
  for (std::size_t n = 0; n < few.size(); ++n) CHECK(few[n].account == many[n].account);
}

TEST_CASE("posts fall evenly, in a burst, or in blocks") {
  market::CampaignSpec campaign;
  campaign.posts_per_influencer = 4;
  campaign.duration_days = 20;
  CHECK(post_days(campaign, 0) == std::vector<std::int64_t>{0, 5, 10, 15});
  CHECK(post_days(campaign, 0.99) == std::vector<std::int64_t>{4, 9, 14, 19});
  campaign.cadence = market::Cadence::burst;
  CHECK(post_days(campaign, 0.5) == std::vector<std::int64_t>{0, 1, 2, 3});
  campaign.cadence = market::Cadence::pulse;
  campaign.pulse_days = 5;  // blocks are days 0-4 and 10-14
  CHECK(post_days(campaign, 0) == std::vector<std::int64_t>{0, 2, 10, 12});
}

TEST_CASE("no post falls outside the campaign, at any length, cadence and phase") {
  for (const auto cadence :
       {market::Cadence::even, market::Cadence::burst, market::Cadence::pulse}) {
    for (std::int64_t duration = 1; duration < 40; ++duration) {
      for (const double phase : {0.0, 0.37, 0.9999999}) {
        market::CampaignSpec campaign;
        campaign.cadence = cadence;
        campaign.duration_days = duration;
        campaign.posts_per_influencer = 7;
        const auto days = post_days(campaign, phase);
        CHECK(days.size() == 7);
        CHECK(std::is_sorted(days.begin(), days.end()));
        CHECK(days.front() >= 0);
        CHECK(days.back() < duration);
        for (const auto day : days) CHECK((cadence != market::Cadence::pulse || day % 14 < 7));
      }
    }
  }
}
