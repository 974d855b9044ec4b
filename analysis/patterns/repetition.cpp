#include "analysis/patterns/repetition.hpp"

#include <algorithm>

#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

namespace {

engine::Arm experiment(const Lab& lab) {
  engine::Arm arm = usual_arm(lab.arm());
  arm.platform.reach.seen_at_5k = 1;
  arm.platform.reach.slope = 0;
  arm.platform.fake_follower_share = 0;
  arm.platform.sponsored_share = 0;
  market::MechanismSpec& mechanism = arm.market.mechanism;
  mechanism.feed = market::Feed::follow_graph;
  mechanism.attention = mechanism.trust = mechanism.load = mechanism.unfollow = false;
  arm.market.attention.online_share = 1;
  arm.market.attention.online_spread = 0;
  return arm;
}

constexpr market::Day spaced_day(std::size_t exposure) {
  return static_cast<market::Day>(exposure * 5 / 2);
}

double mean_attitude(const engine::World& world, market::Day day) {
  double sum = 0;
  for (std::size_t i = 1; i < world.accounts(); ++i)
    sum += static_cast<double>(attitude(world, account_at(i), 0, day));
  return sum / static_cast<double>(world.accounts() - 1);
}

}  // namespace

Repetition repetition(const Lab& lab, random::Replicate replicate) {
  constexpr std::size_t followers = 200;
  const graph::Network network = audience_network(1, followers, 100);
  const engine::Arm arm = experiment(lab);
  constexpr market::Day last = spaced_day(most_exposures - 1);
  const engine::World start = make_world(network, arm, lab.run(last + 1, 0), replicate);
  Repetition result;
  GoingMarket spaced{engine::World(start)};
  for (std::size_t k = 0; k < most_exposures; ++k) plan_post(spaced.world, 0, 0, spaced_day(k));
  run_days(spaced, 0, last + 1,
           [&](market::Day day, const GoingMarket& going, const engine::DayTally&) {
             if (day == spaced_day(result.spaced.size()))
               result.spaced.push_back(mean_attitude(going.world, day));
           });
  for (std::size_t k = 1; k <= most_exposures; ++k) {
    GoingMarket massed{engine::World(start)};
    for (std::size_t post = 0; post < k; ++post) plan_post(massed.world, 0, 0, 0);
    run_days(massed, 0, 1);
    result.massed.push_back(mean_attitude(massed.world, 0));
  }
  return result;
}

Peak peak_of(std::span<const double> attitudes) {
  const auto at = static_cast<std::size_t>(std::ranges::max_element(attitudes) - attitudes.begin());
  const Peak whole{static_cast<double>(at + 1), attitudes[at]};
  if (at == 0 || at + 1 == attitudes.size()) return whole;
  const double before = attitudes[at - 1] - attitudes[at];
  const double after = attitudes[at + 1] - attitudes[at];
  const double bend = before + after;
  if (!(bend < 0)) return whole;
  const double slope = (after - before) / 2;
  return {whole.exposures - slope / bend, whole.attitude - slope * slope / (2 * bend)};
}

}  // namespace clout::patterns
