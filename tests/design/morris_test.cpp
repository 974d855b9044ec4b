#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using design::Point;
using design::Points;

TEST_CASE("a Morris trajectory moves each coordinate once, by the jump, on the grid") {
  const Points points = design::morris(random::Seed{1}, 6, 10);
  REQUIRE(points.size() == 10 * 7);
  for (std::size_t t = 0; t < 10; ++t) {
    std::set<std::size_t> moved;
    for (std::size_t i = 1; i < 7; ++i) {
      const Point& before = points[7 * t + i - 1];
      const Point& after = points[7 * t + i];
      for (std::size_t d = 0; d < 6; ++d) {
        CHECK(after[d] * 3 == Approx(std::round(after[d] * 3)));
        if (after[d] == before[d]) continue;
        moved.insert(d);
        CHECK(std::abs(after[d] - before[d]) == Approx(2.0 / 3));
      }
    }
    CHECK(moved.size() == 6);
  }
}

TEST_CASE("more trajectories come after the same ones, and are farther apart than random ones") {
  const Points few = design::morris(random::Seed{2}, 5, 4);
  const Points many = design::morris(random::Seed{2}, 5, 8);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
  const auto apart = [](const Points& points) {
    double sum = 0;
    for (std::size_t a = 0; a < points.size(); ++a) {
      for (std::size_t b = a + 1; b < points.size(); ++b) {
        if (a / 6 == b / 6) continue;
        double squares = 0;
        for (std::size_t d = 0; d < 5; ++d)
          squares += (points[a][d] - points[b][d]) * (points[a][d] - points[b][d]);
        sum += std::sqrt(squares);
      }
    }
    return sum;
  };
  double random = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    random += apart(design::morris(random::Seed{seed}, 5, 8, 8)) / 20;
  CHECK(apart(many) > 1.02 * random);
}
