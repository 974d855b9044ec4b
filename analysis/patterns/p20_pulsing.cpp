// P20: where advertisements wear out and recover in pauses, pulsing beats even spending.
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"

namespace clout::patterns {

namespace {

constexpr std::size_t followers = 4'000;
constexpr double people_per_agent = 25;  ///< 100,000 followers
constexpr market::Day warm_up_days = 28;
constexpr market::Day campaign_days = 84;
constexpr market::Day days = 3 * campaign_days;  ///< until next to nothing is left in memory
constexpr std::int64_t posts = 42;               ///< every other day, or daily in the pulses

/// Every follower sees every campaign post, so that both calendars bring the same exposures. One
/// routine post a day keeps the author's habits.
engine::Arm exposed(const Lab& lab, market::Cadence cadence, bool wear_out) {
  engine::Arm arm = lab.arm();
  arm.platform.fake_follower_share = 0;
  arm.platform.reach = {.seen_at_5k = 1, .slope = 0};
  arm.platform.posts_per_week = 7;
  arm.platform.posts_sigma = 0;
  arm.market.attention.online_share = 1;
  arm.market.attention.online_spread = 0;
  arm.market.mechanism.attention = false;
  arm.market.mechanism.unfollow = false;
  arm.market.mechanism.repetition = market::Repetition::wear_out;
  if (!wear_out) arm.market.memory.wear_out_rate = 0;
  market::CampaignSpec campaign = unhired_campaign();
  campaign.budget_usd = 1e9;
  campaign.duration_days = campaign_days;
  campaign.posts_per_influencer = posts;
  campaign.cadence = cadence;
  campaign.roster = {.rule = market::RosterRule::tier,
                     .tier = market::Tier::mid,
                     .niche = market::RosterNiche::any};
  arm.campaigns = {campaign};
  return arm;
}

/// Mean over days and followers of the exposures in memory.
double awareness(const Lab& lab, const graph::Network& network, const engine::Arm& arm,
                 random::Replicate replicate) {
  engine::World world = make_world(network, arm, lab.run(days, warm_up_days), replicate);
  run_days(world, 0, warm_up_days);
  double sum = 0;
  run_days(
      world, warm_up_days, warm_up_days + days, [&](market::Day today, const engine::DayBuffers&) {
        for (std::size_t i = 0; i < followers; ++i) {
          const market::BrandState& brand = world.brand_state(account_at(1 + i), 0);
          if (brand.touched == market::never) continue;
          sum +=
              static_cast<double>(brand.memory * world.rates.memory_decay.kept(
                                                     static_cast<unsigned>(today - brand.touched)));
        }
      });
  return sum / (static_cast<double>(followers) * days);
}

/// Pulsed / even.
std::vector<double> ratios(const Lab& lab, const graph::Network& network, bool wear_out) {
  const engine::Arm pulsed = exposed(lab, market::Cadence::pulse, wear_out);
  const engine::Arm even = exposed(lab, market::Cadence::even, wear_out);
  return lab.replicates(lab.seeds(12, 3), [&](random::Replicate replicate) {
    return awareness(lab, network, pulsed, replicate) / awareness(lab, network, even, replicate);
  });
}

Evidence measure(const Lab& lab) {
  constexpr double any = std::numeric_limits<double>::infinity();
  const graph::Network network = audience_network(1, followers, people_per_agent);
  Evidence evidence;
  evidence.readings = {
      reading_of("awareness pulsed over even, with wear-out", "1", ratios(lab, network, true),
                 {1, any}, Rule::interval_inside),
      reading_of("awareness pulsed over even, without wear-out", "1", ratios(lab, network, false),
                 {-any, 1.005}, Rule::interval_inside)};
  evidence.note =
      "Awareness is the stock that the source models: effective exposures in memory, in the mean "
      "over 12 weeks of campaign and 24 weeks after it, until next to nothing is left. The same 42 "
      "exposures of every follower come every other day, or daily in weeks with pauses of a week. "
      "As in the source, quality is restored only while there is no advertising: a gap of up to "
      "memory.restoration_after_days between two exposures is no pause. Were quality restored over "
      "every gap, even spending would win, since the restored share is the larger the more is "
      "worn. "
      "Without wear-out only what massed advertisements cost in suspicion is left.";
  return evidence;
}

}  // namespace

Pattern p20() {
  return {
      .id = "P20",
      .finding =
          "The quality of advertisements wears out and is restored in pauses, so that pulsing can "
          "beat even spending.",
      .source = "Naik, Mantrala & Sawyer 1998, Marketing Science 17",
      .grade = "A",
      .published = "pulsed schedules bring more awareness than even ones of the same budget",
      .criterion =
          "With the same exposures, mean awareness under pulses of a week is at least that of an "
          "even calendar where advertisements wear out, with its whole interval, and not more (up "
          "to 0.5%) where they do not.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
