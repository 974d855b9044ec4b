// What patterns compute instead of drawing, held against what the engine draws.
#include <cmath>
#include <vector>

#include "analysis/patterns/by_size.hpp"
#include "analysis/patterns/cascades.hpp"
#include "analysis/patterns/expected_revenue.hpp"
#include "analysis/patterns/ratio_interval.hpp"
#include "analysis/patterns/repetition.hpp"
#include "analysis/patterns/views.hpp"
#include "sim/graph/import.hpp"
#include "sim/market/unfollow.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::patterns;

namespace {

scenario::Scenario defaults() {
  scenario::Scenario common = scenario::example_scenario();
  common.run.seed = 7;
  return common;
}

/// One author that posts nothing of its own; nobody is tired of the brand; nobody adopts unasked.
engine::Arm quiet_arm(const Lab& lab) {
  engine::Arm arm = usual_arm(lab.arm());
  arm.platform.posts_per_week = 0;
  arm.market.memory.annoyance_per_exposure = 0;
  arm.market.word_of_mouth.innovation_per_day = 0;
  return arm;
}

/// Sums over replicates of what the engine counted and of what was to be expected.
struct Compared {
  double drawn = 0;
  double expected = 0;

  /// Within four standard errors of a count.
  bool alike() const {
    return expected > 100 && std::abs(drawn - expected) < 4 * std::sqrt(expected);
  }
};

constexpr std::uint32_t replicates = 20;

}  // namespace

TEST_CASE("views, engagement and leaving are those that the engine draws on average") {
  const Lab lab(defaults(), Effort::quick);
  const graph::Network network = audience_network(1, 2'000, 10);
  engine::Arm arm = quiet_arm(lab);
  arm.market.unfollow.from_suspicion = 0.5;
  Compared views;
  Compared engagements;
  Compared leaving;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    GoingMarket going(make_world(network, arm, lab.run(1, 0), random::Replicate{r}));
    const engine::Post post = planned_posts(going.world, 0, 0).at(0);
    const auto account = account_engagement(going.world, 0, usual_sponsoring(arm)).at(0);
    views.expected += account.views / network.people_per_agent;
    engagements.expected += account.sponsored / network.people_per_agent;
    for_each_view(going.world, 0, 0, [&](const View& view) {
      const Judgement judgement = judge(going.world, post, view, 0);
      const market::Rates& rates = going.world.rates;
      leaving.expected +=
          view.chance * static_cast<double>(market::leave_chance(
                            rates.leave_base, rates.leave_from_distrust, rates.low_trust,
                            rates.leave_from_suspicion, judgement.trust, view.days, judgement.K));
    });
    plan_post(going.world, 0, 0, 0);
    run_days(going, 0, 1, [&](market::Day, const GoingMarket&, const engine::DayTally& tally) {
      views.drawn += static_cast<double>(tally.brand[0].impressions);
      engagements.drawn += static_cast<double>(tally.brand[0].engagements);
      leaving.drawn += static_cast<double>(tally.leavers);
    });
  }
  CHECK(views.alike());
  CHECK(engagements.alike());
  CHECK(leaving.alike());
}

TEST_CASE("expected revenue is what the engine sells by one post on average") {
  const Lab lab(defaults(), Effort::quick);
  const graph::Network network = audience_network(1, 2'000, 10);
  engine::Arm arm = quiet_arm(lab);
  arm.platform.click_through = 0.2;
  arm.market.funnel.click_to_purchase = 0.2;
  arm.market.funnel.choice_intercept = -1;  // soon, before what the viewer thinks has faded
  arm.market.memory.half_life_days = 365;
  arm.market.mechanism.word_of_mouth = false;
  Compared sold;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    GoingMarket going(make_world(network, arm, lab.run(60, 0), random::Replicate{r}));
    const PostRevenue post = expected_revenue(going.world, 0, 0).at(0);
    sold.expected += post.revenue_usd / arm.brands[0].price_usd / network.people_per_agent;
    plan_post(going.world, 0, 0, 0);
    run_days(going, 0, 60, [&](market::Day, const GoingMarket&, const engine::DayTally& tally) {
      sold.drawn += static_cast<double>(tally.brand[0].first_purchases);
    });
  }
  CHECK(sold.alike());
}

TEST_CASE("days may be run in pieces: those who are visited daily stay known") {
  const Lab lab(defaults(), Effort::quick);
  const graph::Network network = audience_network(1, 500, 100);
  const engine::Arm arm = usual_arm(lab.arm());
  const auto sold = [&](market::Day pause) {
    GoingMarket going(make_world(network, arm, lab.run(80, 0), random::Replicate{0}));
    run_days(going, 0, pause);
    GoingMarket copy(going);
    run_days(copy, pause, 80);
    return fingerprint(copy.world);
  };
  CHECK(sold(40) == sold(80));
}

TEST_CASE("curves of size find the curve they are given") {
  std::vector<SizePoint> points;
  for (double F = 1'000; F < 5e6; F *= 1.7) {
    const double x = std::log(F / 1e6);
    points.push_back({F, std::exp(2 - 0.05 * x * x)});
  }
  const SizeCurve curve = curve_of_size(points);
  CHECK(curve.curvature == Approx(-0.05));
  CHECK(curve.peak == Approx(1e6));
  for (SizePoint& point : points) point.value = 3 * std::pow(point.followers, -0.4);
  CHECK(exponent_of_size(points) == Approx(-0.4));
  for (SizePoint& point : points) point.value = std::exp(std::pow(std::log(point.followers), 2));
  CHECK(std::isnan(curve_of_size(points).peak));
}

TEST_CASE("a size class counts once, however many accounts it has") {
  std::vector<SizePoint> accounts(50, {1'100, 2});
  accounts.push_back({1'100, 53});
  accounts.push_back({90'000, 7});
  accounts.push_back({100'000, 1});  // outside
  const auto classes = size_classes(accounts, 1'000, 100'000);
  REQUIRE(classes.size() == 2);
  CHECK(classes[0].followers == Approx(1'100));
  CHECK(classes[0].value == Approx(3));
  CHECK(classes[1].value == Approx(7));
}

TEST_CASE("a peak lies between whole exposures, and at an end if attitude only rises or falls") {
  const auto peak_at = [](double best) {
    std::vector<double> attitudes;
    for (int k = 1; k <= 25; ++k) attitudes.push_back(k - k * k / (2 * best));
    return peak_of(attitudes);
  };
  CHECK(peak_at(9.7).exposures == Approx(9.7));
  CHECK(peak_at(9.7).attitude == Approx(9.7 / 2));
  CHECK(peak_at(100).exposures == 25);
  CHECK(peak_at(0.1).exposures == 1);
}

TEST_CASE("a ratio is of means, and its interval reaches farther where its parts vary") {
  struct Parts {
    double above;
    double below;
  };
  const auto ratio = [](const std::vector<Parts>& parts) {
    return ratio_over(
        parts, [](const Parts& each) { return each.above; },
        [](const Parts& each) { return each.below; });
  };
  const auto fixed = ratio({{2, 1}, {6, 3}, {4, 2}});
  CHECK(fixed.mean == Approx(2));
  CHECK(fixed.high == Approx(2));
  const auto noisy = ratio({{1, 1}, {6, 3}, {5, 2}});
  CHECK(noisy.mean == Approx(2));
  CHECK(noisy.high > 2.1);
  CHECK(std::isnan(ratio({{1, 0}, {2, 0}}).mean));
}

TEST_CASE("cascades: a chain is deep and narrow, a star shallow and broad") {
  using Cascade = Cascades::Cascade;
  const std::vector<Cascade> stars{{.size = 1, .depth = 0, .largest_broadcast = 0},
                                   {.size = 5, .depth = 1, .largest_broadcast = 4},
                                   {.size = 9, .depth = 1, .largest_broadcast = 8}};
  CHECK(shallow_share(stars) == 1);
  CHECK(size_by_broadcast(stars) == Approx(1));
  const std::vector<Cascade> mixed{{.size = 1, .depth = 0, .largest_broadcast = 0},
                                   {.size = 9, .depth = 8, .largest_broadcast = 1},
                                   {.size = 3, .depth = 1, .largest_broadcast = 2}};
  CHECK(shallow_share(mixed) == Approx(2.0 / 3));
  CHECK(size_by_broadcast(mixed) < 0.5);
}

TEST_CASE("cascades follow who was shown whose praise, from first adopter to last") {
  const Lab lab(defaults(), Effort::quick);
  // A chain: each account follows the next lower one.
  constexpr std::size_t accounts = 400;
  std::vector<graph::Follow> follows;
  for (std::size_t i = 1; i < accounts; ++i) follows.push_back({account_at(i), account_at(i - 1)});
  graph::Network network;
  network.graph = graph::graph_of(accounts, follows);
  network.niches = graph::one_niche(accounts);
  network.people_per_agent = 1;
  engine::Arm arm = usual_arm(lab.arm());
  arm.platform.reach.seen_at_5k = 1;
  arm.market.attention.online_share = 1;
  arm.market.word_of_mouth.innovation_per_day = 0.001;
  arm.market.word_of_mouth.imitation_per_day = 0.9;
  arm.market.word_of_mouth.buyer_post_share = 1;
  GoingMarket going(make_world(network, arm, lab.run(60, 0), random::Replicate{0}));
  Cascades cascades(accounts);
  run_days(going, 0, 60, [&](market::Day day, const GoingMarket& at, const engine::DayTally&) {
    cascades.record(at, day);
  });
  const auto begun = cascades.begun_before(60);
  std::uint32_t adopters = 0;
  for (const auto& each : begun) {
    adopters += each.size;
    CHECK(each.depth == each.size - 1);  // nobody has two followers
    CHECK(each.largest_broadcast <= 1);
  }
  std::uint32_t buyers = 0;
  for (std::size_t i = 0; i < accounts; ++i)
    buyers += going.world.brand_state(account_at(i), 0).stage >= market::Stage::tried;
  CHECK(adopters == buyers);
  CHECK(begun.size() < buyers / 2);
  CHECK(cascades.caused_per_adopter(60) == Approx(1 - static_cast<double>(begun.size()) / buyers));
}
