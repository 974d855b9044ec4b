#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

engine::Arm usual_arm(engine::Arm arm) {
  market::BrandSpec& brand = arm.brands.front();
  brand.fit_in_niche = brand.fit_elsewhere = arm.platform.background_fit;
  brand.familiarity = arm.platform.background_familiarity;
  arm.campaigns = {unhired_campaign()};
  return arm;
}

void run_days(GoingMarket& going, market::Day from, market::Day to, const AfterDay& after_day) {
  constexpr market::Day far = 60'000;
  for (market::Day day = from; day < to; ++day) {
    const engine::DayTally tally = run_day(going.world, day, far, going.buffers);
    if (after_day) after_day(day, going, tally);
  }
}

GoingMarket warm_market(const Lab& lab, const engine::Arm& arm, random::Replicate replicate,
                        std::int64_t days, const AfterDay& after_day) {
  GoingMarket going(make_world(lab.market(), arm, lab.run(days, warm_up_days), replicate));
  run_days(going, 0, warm_up_days, after_day);
  return going;
}

Sponsoring usual_sponsoring(const engine::Arm& arm) {
  return {.familiarity = arm.platform.background_familiarity};
}

}  // namespace clout::patterns
