#include "tests/store/small_studies.hpp"

namespace clout::test {

namespace {

using Random = std::mt19937;

std::int64_t below(Random& random, std::uint32_t bound) {
  return static_cast<std::int64_t>(random() % bound);
}

engine::Levels random_levels(const store::StudyRecord& study, Random& random) {
  engine::Levels levels;
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    levels.living[tier] = tier == 2 ? 0 : below(random, 1'000'000'000);
    levels.trust[tier] = levels.living[tier] * below(random, 65536);
    if (levels.trust[tier] > 0) levels.trust[tier] -= below(random, 1000);
  }
  levels.stage.resize(study.brands.size());
  for (auto& brand : levels.stage) {
    for (std::int64_t& stage : brand) stage = below(random, 1'000'000);
  }
  return levels;
}

engine::DayTally random_day(const store::StudyRecord& study, const engine::Levels& morning,
                            const engine::Levels& evening, Random& random) {
  engine::DayTally day(study.brands.size(), study.niches.size());
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    engine::TierTally& tally = day.tier[tier];
    for (auto count : {&engine::TierTally::posts, &engine::TierTally::sponsored_posts,
                       &engine::TierTally::deliveries, &engine::TierTally::impressions,
                       &engine::TierTally::sponsored_impressions, &engine::TierTally::engagements,
                       &engine::TierTally::sponsored_engagements, &engine::TierTally::comments,
                       &engine::TierTally::replies, &engine::TierTally::unfollows,
                       &engine::TierTally::new_follows, &engine::TierTally::recognised})
      tally.*count = below(random, 2'000'000'000);
    tally.suspicion = below(random, 4'000'000'000U) * 65535;
    tally.trust_change = evening.trust[tier] - morning.trust[tier];
    tally.living_change = evening.living[tier] - morning.living[tier];
  }
  for (std::size_t b = 0; b < day.brand.size(); ++b) {
    for (auto count :
         {&engine::BrandTally::impressions, &engine::BrandTally::reached,
          &engine::BrandTally::engagements, &engine::BrandTally::clicks, &engine::BrandTally::heard,
          &engine::BrandTally::heard_negative, &engine::BrandTally::talks,
          &engine::BrandTally::first_purchases, &engine::BrandTally::repeat_purchases})
      day.brand[b].*count = below(random, 1000);
    for (std::size_t stage = 0; stage < 5; ++stage)
      day.brand[b].stage_change[stage] = evening.stage[b][stage] - morning.stage[b][stage];
  }
  for (std::int64_t& reached : day.reached_in_niche) reached = below(random, 1000);
  day.leavers = below(random, 1000);
  day.movers = below(random, 1000);
  return day;
}

engine::CampaignOutcome random_campaign(const std::string& name, Random& random) {
  engine::CampaignOutcome campaign;
  campaign.name = name;
  for (std::int64_t& hired : campaign.hired) hired = below(random, 10);
  campaign.spent_usd = static_cast<double>(random()) / 7;
  campaign.left_over_usd = static_cast<double>(random()) / 3;
  campaign.posts = below(random, 5);
  for (std::int64_t n = 0; n < campaign.posts; ++n) {
    campaign.calendar.push_back(
        {n / 2, account_at(random() % 1000), static_cast<market::Tier>(random() % market::tiers),
         static_cast<double>(random()) / 11, static_cast<double>(random()) / 13});
  }
  return campaign;
}

}  // namespace

store::StudyRecord small_study(const StudySize& size) {
  store::StudyRecord study;
  study.title = "caf\xc3\xa9 \"test\"";
  study.question = "";
  study.seed = 9007199254740991;
  study.days = size.days;
  study.warm_up_days = 3;
  study.planned_replicates = 3;
  study.accounts = 1000;
  study.follows = 12345;
  study.people_per_agent = 2.5;
  study.graph_origin = "a test";
  for (std::size_t n = 0; n < size.brands; ++n)
    study.brands.push_back("brand " + std::to_string(n));
  for (std::size_t n = 0; n < size.niches; ++n)
    study.niches.push_back(
        "k\xc3\xbc"
        "che & " +
        std::to_string(n));
  constexpr const char* objectives[] = {"sales", "awareness", "engagement"};
  for (std::size_t n = 0; n < size.campaigns; ++n)
    study.campaigns.push_back({"campaign " + std::to_string(n), "brand 0", objectives[n % 3]});
  for (std::size_t n = 0; n < size.arms; ++n) {
    store::ArmRecord arm{"arm " + std::to_string(n), n % 2 ? "" : "a note", {}, {}, {}};
    arm.idle = n % 2 == 0 ? -1 : static_cast<std::int64_t>(n) - 1;
    for (std::size_t b = 0; b < size.brands; ++b) {
      arm.price_usd.push_back(29.99 + static_cast<double>(n));
      arm.margin.push_back(0.1 * static_cast<double>(b + 1));
    }
    for (std::size_t c = n % 2; c < size.campaigns; ++c) arm.campaigns.push_back(c);
    study.arms.push_back(std::move(arm));
  }
  study.scenario = "title = \"test\"\n# caf\xc3\xa9\n";
  study.resolved = "[run]\ndays = 5\nreplicates = 3\n";
  study.config_sha256 = std::string(64, 'a');
  study.software = "clout test";
  study.git_sha1 = "0123456789ab";
  return study;
}

std::vector<engine::Outcome> random_outcomes(const store::StudyRecord& study,
                                             std::uint32_t replicate) {
  std::vector<engine::Outcome> outcomes;
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
    Random random(100 * replicate + static_cast<std::uint32_t>(arm));
    engine::Outcome outcome;
    outcome.arm = arm;
    outcome.replicate = static_cast<clout::random::Replicate>(replicate);
    outcome.end = outcome.start = random_levels(study, random);
    for (std::int64_t day = 0; day < study.days; ++day) {
      const engine::Levels evening = random_levels(study, random);
      outcome.days.push_back(random_day(study, outcome.end, evening, random));
      outcome.end = evening;
    }
    for (const std::size_t campaign : study.arms[arm].campaigns)
      outcome.campaigns.push_back(random_campaign(study.campaigns[campaign].name, random));
    outcome.fingerprint = (std::uint64_t{random()} << 32U) | random();
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace clout::test
