// P27: a field test says little about the return on advertising.
#include <cmath>

#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"

namespace clout::patterns {

namespace {

constexpr market::Day warm_up_days = 28;
constexpr market::Day campaign_days = 42;
constexpr market::Day test_days = campaign_days + 14;
constexpr double budget_usd = 500'000;  ///< 5 cents for each of ten million people
constexpr double largest_test = 100'000;

/// Purchases of each consumer in the test.
std::vector<double> purchases(engine::World& world) {
  std::vector<double> bought;
  for (std::size_t i = 0; i < world.accounts(); ++i)
    bought.push_back(-static_cast<double>(world.brand_state(account_at(i), 0).purchases));
  run_days(world, warm_up_days, warm_up_days + test_days);
  for (std::size_t i = 0; i < world.accounts(); ++i)
    bought[i] += static_cast<double>(world.brand_state(account_at(i), 0).purchases);
  return bought;
}

/// Two groups of customers drawn at random: those who get the campaign, and those who do not.
struct Groups {
  std::vector<double> exposed;
  std::vector<double> control;
};

Groups draw_groups(const engine::World& before, engine::World& with, engine::World& without) {
  const std::vector<double> in_with = purchases(with);
  const std::vector<double> in_without = purchases(without);
  const random::StreamKey key = before.draws.of(random::Purpose::sampling);
  Groups groups;
  for (std::size_t i = 0; i < before.accounts(); ++i) {
    if (before.traits[i].activity == 0) continue;
    const bool exposed = random::unit_double(draw_block(key, i, 0, 0)[0]) < 0.5;
    (exposed ? groups.exposed : groups.control).push_back((exposed ? in_with : in_without)[i]);
  }
  return groups;
}

struct FieldTest {
  double variation = 0;      ///< of sales over customers, standard deviation / mean
  double width = 0;          ///< of the 95% interval of ROI as run, percentage points
  double width_at_most = 0;  ///< the same with the largest test
  double roi = 0;            ///< percent
};

FieldTest field_test(const Lab& lab, const engine::Arm& arm, random::Replicate replicate) {
  const engine::Arm idle = lab.arm();
  const engine::RunSpec run = lab.run(test_days, warm_up_days);
  engine::World before = make_world(lab.market(), idle, run, replicate);
  run_days(before, 0, warm_up_days);
  engine::World with(before);
  become(with, arm, run);
  engine::World without(before);
  const Groups groups = draw_groups(before, with, without);
  const stats::Moments exposed = stats::moments(groups.exposed);
  const stats::Moments control = stats::moments(groups.control);
  const double people = static_cast<double>(before.accounts()) * before.network->people_per_agent;
  const double cost = with.campaigns[0].roster.spent_usd / people;  // per customer exposed
  const double earned = arm.brands[0].price_usd * arm.brands[0].margin;
  const auto width = [&](double exposed_count, double control_count) {
    constexpr double z = 1.96;
    const double error = std::sqrt(exposed.deviation * exposed.deviation / exposed_count +
                                   control.deviation * control.deviation / control_count);
    return 100 * 2 * z * error * earned / cost;
  };
  return {control.deviation / control.mean,
          width(static_cast<double>(exposed.count), static_cast<double>(control.count)),
          width(largest_test / 2, largest_test / 2),
          100 * ((exposed.mean - control.mean) * earned / cost - 1)};
}

engine::Arm advertised(const Lab& lab) {
  engine::Arm arm = lab.arm();
  market::CampaignSpec campaign = unhired_campaign();
  campaign.budget_usd = budget_usd;
  campaign.duration_days = campaign_days;
  campaign.roster = {.rule = market::RosterRule::tier, .niche = market::RosterNiche::any};
  arm.campaigns = {campaign};
  return arm;
}

Evidence measure(const Lab& lab) {
  const engine::Arm arm = advertised(lab);
  const auto tests = lab.replicates(lab.seeds(16, 3), [&](random::Replicate replicate) {
    return field_test(lab, arm, replicate);
  });
  std::vector<double> variations;
  std::vector<double> widths;
  std::vector<double> widths_at_most;
  std::vector<double> rois;
  for (const FieldTest& each : tests) {
    variations.push_back(each.variation);
    widths.push_back(each.width);
    widths_at_most.push_back(each.width_at_most);
    rois.push_back(each.roi);
  }
  constexpr double any = std::numeric_limits<double>::infinity();
  Evidence evidence;
  evidence.readings = {
      reading_of("coefficient of variation of sales over customers", "1", variations, {5, any}),
      reading_of("width of the 95% interval of ROI at 100,000 customers", "percentage points",
                 widths_at_most, {100, any}),
      reading_of("the same with the customers of the market", "percentage points", widths),
      reading_of("ROI as estimated", "%", rois)};
  evidence.note =
      "Two copies of one market, one with a campaign of 5 cents per person, as the source's "
      "experiments spent (2.8 million dollars over 25 tests of mostly millions of customers): half "
      "of the customers, drawn at random, are observed in the one, the others in the other. Sales "
      "of eight weeks; ROI from margin and price of the brand. A customer is one account. The "
      "market has 20,000 of them; from their spread follows the interval at 100,000, the largest "
      "test asked for and so the narrowest interval.";
  return evidence;
}

}  // namespace

Pattern p27() {
  return {
      .id = "P27",
      .finding = "Field tests leave the return on advertising uncertain.",
      .source = "Lewis & Rao 2015, Quarterly Journal of Economics 130",
      .grade = "A",
      .published =
          "median 95% interval of ROI over 100 percentage points wide (25 field experiments); "
          "standard deviation of sales over customers about 10 times their mean",
      .criterion =
          "In an emulated field test of 100,000 customers, half of them exposed, sales over "
          "customers have a coefficient of variation of at least 5, and the 95% interval of ROI is "
          "at least 100 percentage points wide.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
