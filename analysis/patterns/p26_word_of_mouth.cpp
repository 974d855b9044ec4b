// P26: more word of mouth, more sales.
#include <algorithm>
#include <cmath>

#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"

namespace clout::patterns {

namespace {

constexpr std::int64_t warm_up_days = 14;
constexpr std::int64_t campaign_days = 84;
constexpr double factor = 1.5;  ///< of the shares that talk, up and down

engine::Arm talking(const Lab& lab, double times) {
  engine::Arm arm = lab.arm();
  auto& talk = arm.market.word_of_mouth;
  talk.buyer_post_share = std::min(1.0, talk.buyer_post_share * times);
  talk.engager_post_share = std::min(1.0, talk.engager_post_share * times);
  market::CampaignSpec campaign = unhired_campaign();
  campaign.budget_usd = 500'000;
  campaign.duration_days = campaign_days;
  campaign.posts_per_influencer = 6;
  campaign.roster = {.rule = market::RosterRule::tier, .niche = market::RosterNiche::any};
  arm.campaigns = {campaign};
  return arm;
}

/// d ln first purchases / d ln posts of word of mouth heard, between more and less talk.
double elasticity(const Lab& lab, const engine::Arm& less, const engine::Arm& more,
                  random::Replicate replicate) {
  const engine::RunSpec run = lab.run(campaign_days, warm_up_days);
  const auto total = [&](const engine::Arm& arm) {
    engine::World world = make_world(lab.market(), arm, run, replicate);
    run_days(world, 0, warm_up_days);
    return run_days(world, warm_up_days, warm_up_days + campaign_days).brand[0];
  };
  const engine::BrandTally low = total(less);
  const engine::BrandTally high = total(more);
  const auto log_ratio = [](std::int64_t a, std::int64_t b) {
    return std::log(static_cast<double>(a) / static_cast<double>(b));
  };
  return log_ratio(high.first_purchases, low.first_purchases) / log_ratio(high.heard, low.heard);
}

Evidence measure(const Lab& lab) {
  const engine::Arm less = talking(lab, 1 / factor);
  const engine::Arm more = talking(lab, factor);
  const auto elasticities = lab.replicates(lab.seeds(16, 2), [&](random::Replicate replicate) {
    return elasticity(lab, less, more, replicate);
  });
  Evidence evidence;
  evidence.readings = {reading_of("elasticity of sales to the volume of word of mouth", "1",
                                  elasticities, {0.1, 0.5})};
  evidence.note =
      "Two markets that differ in how many buyers and engagers talk (by 1.5 up and down), with the "
      "same campaign: first purchases against posts of word of mouth heard, both in logarithms. "
      "More sales make more talk in turn, as in the sources' panels; dividing by what was heard, "
      "not by what was set, takes that into the volume. Volume includes negative posts.";
  return evidence;
}

}  // namespace

Pattern p26() {
  return {
      .id = "P26",
      .finding = "Sales grow with the volume of word of mouth.",
      .source =
          "You, Vadakkepatt & Joshi 2015, Journal of Marketing 79; Trusov, Bucklin & Pauwels "
          "2009, Journal of Marketing 73",
      .grade = "A",
      .published = "elasticity of sales to the volume of electronic word of mouth 0.24 in the mean",
      .criterion =
          "The elasticity of first purchases to posts of word of mouth heard is 0.1 to 0.5.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
