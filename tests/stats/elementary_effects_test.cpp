#include "analysis/stats/elementary_effects.hpp"

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("elementary effects of a function that is known by hand") {
  // Linear in 0 and 1; 2 and 3 multiply each other; 4 bends; 5 does nothing.
  const auto function = [](const std::vector<double>& x) {
    return 3 * x[0] - 2 * x[1] + 4 * x[2] * x[3] + (x[4] - 0.5) * (x[4] - 0.5);
  };
  const design::Points points = design::morris(random::Seed{1}, 6, 40);
  std::vector<double> outcomes;
  for (const auto& point : points) outcomes.push_back(function(point));
  const auto effects = stats::elementary_effects(points, outcomes);
  REQUIRE(effects.size() == 6);
  CHECK(effects[0].mean.mean == Approx(3));
  CHECK(effects[0].deviation == Approx(0).margin(1e-12));
  CHECK(effects[0].mean.count == 40);
  CHECK(effects[1].mean.mean == Approx(-2));
  CHECK(effects[1].absolute.mean == Approx(2));
  // 4 times the other coordinate, which is 0, 1/3, 2/3 or 1: mean 2, deviation 1.49.
  CHECK(effects[2].mean.mean == Approx(2).margin(0.75));
  CHECK(effects[2].deviation == Approx(1.49).margin(0.3));
  CHECK(effects[2].absolute.low < effects[2].absolute.mean);
  // From 0 to 2/3: -1/3; from 1/3 to 1: 1/3.
  CHECK(effects[4].absolute.mean == Approx(1.0 / 3));
  CHECK(std::abs(effects[4].mean.mean) < 0.2);
  CHECK(effects[5].absolute.mean == 0);
}
