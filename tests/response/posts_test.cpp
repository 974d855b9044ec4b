// The number of posts per influencer that brings the greatest profit.
#include "analysis/response/posts.hpp"

#include "tests/response/made_response.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using response::Role;

TEST_CASE("the best number of posts is found, the campaign's own among them") {
  response::Plan plan;
  plan.tiers = {market::Tier::micro};
  plan.posts = {1, 2, 5, 8};
  const auto made = tests::made_study(plan);  // its own: 3
  const auto most_at_five = [](const response::StudyArm& arm, double) {
    const double off = static_cast<double>(arm.posts) - 5;
    return 90'000 - 1'000 * off * off;
  };
  const auto observations =
      tests::made_observations(made, most_at_five, {-0.001, 0.001, 0.002, -0.002});
  const auto sweep =
      posts_sweep(made, observations, response::Measure::customers, Role::same_budget);
  REQUIRE(sweep.points.size() == 5);
  CHECK(sweep.points[2].posts == 3);
  REQUIRE(sweep.best);
  CHECK(sweep.points[*sweep.best].posts == 5);
  CHECK(sweep.points[*sweep.best].chance_best > 0.9);
  CHECK(sweep.points[2].posts_a_month == Approx(3 * (365.25 / 12) / 60));
}
