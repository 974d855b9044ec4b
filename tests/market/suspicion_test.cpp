// Suspicion, its spread, and engagement.
#include "sim/market/suspicion.hpp"

#include <cmath>

#include "sim/market/engagement.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

TEST_CASE("a post's suspicion is the sum of its terms, and size counts if it is not disclosed") {
  market::SuspicionSpec spec;
  spec.intercept = -2;
  spec.from_fit = 1.5;
  market::EndorsementContext post{.share = 0.3, .breadth = 4, .fit = 0.5, .followers = 1e6};
  const double open = -2 + 4 * 0.25 + 0.4 * std::log(5) - 1.5 * 0.5;
  CHECK(market::suspicion_logit(spec, post) == Approx(open));
  post.undisclosed = true;
  CHECK(market::suspicion_logit(spec, post) == Approx(open + 1.5 + 0.2 * std::log(100)));
}

TEST_CASE("suspicion grows with load and skepticism and falls with relatability") {
  CHECK(market::suspicion(-1, 0.1F, 0.8F, 0, 3, 0.5F, 0.2F) ==
        Approx(sigmoid(-1 + 0.3 - 0.4 + 0.2)));
  CHECK(market::suspicion(-1, 0.1F, 0.8F, 0.5F, 3, 0.5F, 0) ==
        Approx(sigmoid(-1 + 0.3 - 0.4 + 0.75)));
}

TEST_CASE("distrust of a kind fills up to one, and persuasion is cut but never to nothing") {
  float distrust = 0;
  for (int n = 0; n < 10'000; ++n) distrust = market::after_suspicion(distrust, 0.05F, 1);
  CHECK(distrust <= 1);
  CHECK(distrust > 0.999F);
  CHECK(market::persuasion_left(0.5F, 0, 0, 0) == 1);
  CHECK(market::persuasion_left(0.5F, 1, 0, 0) == Approx(0.5));
  CHECK(market::persuasion_left(0.5F, 0.5F, 0.5F, 0) == Approx(0.625));
  CHECK(market::persuasion_left(0.95F, 1, 1, 1) > 0);
}

TEST_CASE("sponsored engagement lies between its floor and one, halfway at the scale") {
  market::EngagementSpec spec;
  spec.sponsored_floor = 0.2;
  spec.sponsored_scale = 300'000;
  CHECK(market::sponsored_factor(spec, 300'000, false, 0) == Approx(0.6));
  CHECK(market::sponsored_factor(spec, 900'000, true, 0) == Approx(0.6));
  CHECK(market::sponsored_factor(spec, 600'000, false, 1) == Approx(0.6));
  float last = 1;
  for (double followers = 1e3; followers < 1e9; followers *= 3) {
    const float factor = market::sponsored_factor(spec, followers, false, 0);
    CHECK(factor <= last);
    CHECK(factor >= 0.2F);
    last = factor;
  }
}

TEST_CASE(
    "engagement and response are logistic in their terms, at the mean rate for average trust") {
  CHECK(
      market::engagement_chance({-3.6F, 1.5F, 0.8F, 0.6F, 1}, 0.5F, 0.4F, 0.7F, 0.3F, 0.1F, 0.5F) ==
      Approx(0.5 * sigmoid(-3.6 + 0.75 + 0.32 + 0.42 - 0.3 + 0.1)));
  CHECK(market::response_chance(market::logit(0.018), 2, 0.5F, 0) == Approx(0.018));
  CHECK(market::response_chance(market::logit(0.018), 2, 0.9F, 0) > 0.018F);
  CHECK(market::response_chance(market::logit(0.018), 2, 0.5F, 1) < 0.018F);
  CHECK(std::isfinite(market::logit(0)));
  CHECK(std::isfinite(market::logit(1)));
}
