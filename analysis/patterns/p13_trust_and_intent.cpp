// P13: who trusts the messenger more intends to buy more.
#include "analysis/patterns/least_squares.hpp"
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"

namespace clout::patterns {

namespace {

constexpr std::int64_t warm_up_days = 28;
constexpr std::int64_t campaign_days = 42;

/// A sixth of the budget for each tier: the studies asked about influencers of all sizes.
engine::Arm surveyed(const Lab& lab) {
  engine::Arm arm = lab.arm();
  market::CampaignSpec campaign = unhired_campaign();
  campaign.budget_usd = 600'000;
  campaign.duration_days = campaign_days;
  campaign.roster = {.rule = market::RosterRule::mix, .niche = market::RosterNiche::any};
  auto& roster = campaign.roster;
  for (double* share : {&roster.nano_share, &roster.micro_share, &roster.mid_share,
                        &roster.macro_share, &roster.mega_share})
    *share = 1.0 / 6;
  roster.celebrity_share = 1 - 5.0 / 6;
  arm.campaigns = {campaign};
  return arm;
}

/// Across those who follow the influencer whose advertisement they saw last.
double trust_with_intention(const engine::World& world, market::Day today) {
  std::vector<double> trusts;
  std::vector<double> intentions;
  for (engine::InfluencerIndex k = 0; k < world.influencers.size(); ++k) {
    const auto author = static_cast<std::uint32_t>(index(world.influencers[k].account));
    for_each_follower(world, k, today, [&](AccountId follower, float trust) {
      if (world.brand_state(follower, 0).messenger != author) return;
      trusts.push_back(static_cast<double>(trust));
      intentions.push_back(static_cast<double>(intention(world, follower, 0, today)));
    });
  }
  return correlation(trusts, intentions);
}

Evidence measure(const Lab& lab) {
  const engine::Arm arm = surveyed(lab);
  const engine::RunSpec run = lab.run(campaign_days, warm_up_days);
  constexpr market::Day end = warm_up_days + campaign_days;
  const auto correlations = lab.replicates(lab.seeds(20, 3), [&](random::Replicate replicate) {
    engine::World world = make_world(lab.market(), arm, run, replicate);
    run_days(world, 0, end);
    return trust_with_intention(world, end);
  });
  Evidence evidence;
  evidence.readings = {
      reading_of("correlation of trust in the messenger with intention, over "
                 "consumers",
                 "1", correlations, {0.2, 0.7})};
  evidence.note =
      "Asked is everybody who follows the influencer whose advertisement was seen last, the "
      "morning "
      "after a campaign of six weeks across all tiers. Intention is the chance to consider the "
      "brand; it also depends on fit, on how often the brand was seen, on what others said, and on "
      "trust in earlier messengers.";
  return evidence;
}

}  // namespace

Pattern p13() {
  return {
      .id = "P13",
      .finding = "Trust in an influencer goes with engagement and with the intention to buy.",
      .source = "Ao et al. 2023, Sustainability; Han & Balabanis 2023, Psychology & Marketing",
      .grade = "A",
      .published = "moderate to high positive correlations (62 studies, 176 effects)",
      .criterion =
          "The correlation of trust in the messenger with the intention to buy, across consumers "
          "reached by a campaign, is 0.2 to 0.7.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
