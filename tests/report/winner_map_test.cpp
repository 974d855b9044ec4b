// The map between the points of a sweep.
#include "analysis/report/winner_map.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using clout::report::MapPlace;
using clout::report::MapPoint;
using clout::report::winner_map;
using clout::report::WinnerMap;

namespace {

/// A grid of points whose arms' means are given by their places.
template <typename Means>
std::vector<MapPoint> grid(std::size_t steps, Means means, double chance = 0.99) {
  std::vector<MapPoint> points;
  for (std::size_t i = 0; i < steps; ++i) {
    for (std::size_t j = 0; j < steps; ++j) {
      const MapPlace place{static_cast<double>(i) / static_cast<double>(steps - 1),
                           static_cast<double>(j) / static_cast<double>(steps - 1)};
      points.push_back({place, means(place), {}});
      points.back().chance.assign(points.back().means.size(), chance);
    }
  }
  return points;
}

double area(const WinnerMap& map, std::size_t arm) {
  double sum = 0;
  for (const auto& region : map.regions) {
    if (region.arm != arm) continue;
    for (const auto& polygon : region.polygons) {
      double twice = 0;
      for (std::size_t n = 0; n < polygon.size(); ++n) {
        const MapPlace& a = polygon[n];
        const MapPlace& b = polygon[(n + 1) % polygon.size()];
        twice += a[0] * b[1] - b[0] * a[1];
      }
      sum += std::abs(twice) / 2;
    }
  }
  return sum;
}

double length(const WinnerMap& map) {
  double sum = 0;
  for (const auto& [a, b] : map.boundaries) sum += std::hypot(a[0] - b[0], a[1] - b[1]);
  return sum;
}

}  // namespace

TEST_CASE("two arms divide the map along the line on which they are equal") {
  const WinnerMap map = winner_map(grid(5,
                                        [](MapPlace p) {
                                          return std::vector{p[0] - 0.3, 0.0};
                                        }),
                                   0.95);
  CHECK(area(map, 0) == Approx(0.7));
  CHECK(area(map, 1) == Approx(0.3));
  CHECK(length(map) == Approx(1));
  for (const auto& [a, b] : map.boundaries) CHECK(a[0] == Approx(0.3));
}

TEST_CASE("three arms meet at a point, and the regions cover the map once") {
  const WinnerMap map = winner_map(grid(4,
                                        [](MapPlace p) {
                                          return std::vector{p[0], p[1], 1.0 - p[0] - p[1] / 2};
                                        }),
                                   0.95);
  const double sum = area(map, 0) + area(map, 1) + area(map, 2);
  CHECK(sum == Approx(1));
  CHECK(area(map, 0) > 0.2);
  CHECK(area(map, 1) > 0.2);
  CHECK(area(map, 2) > 0.2);
}

TEST_CASE("a region is sure where the chance is enough") {
  auto points = grid(3, [](MapPlace) { return std::vector{1.0, 0.0}; });
  for (MapPoint& each : points) each.chance[0] = 0.9 + 0.1 * each.place[0];
  const WinnerMap map = winner_map(points, 0.95);
  REQUIRE(map.regions.size() == 2);
  CHECK(map.regions[0].sure);
  CHECK_FALSE(map.regions[1].sure);
  CHECK(area({{map.regions[0]}, {}}, 0) == Approx(0.5));
  CHECK(map.boundaries.empty());
}

TEST_CASE("what is not defined has no part in it, and points on a line have no map") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const WinnerMap map = winner_map(grid(
                                       3,
                                       [&](MapPlace) {
                                         return std::vector{none, 0.0};
                                       },
                                       none),
                                   0.95);
  CHECK(area(map, 0) == 0);
  CHECK(area(map, 1) == Approx(1));
  CHECK_FALSE(map.regions[0].sure);
  std::vector<MapPoint> line;
  for (const double x : {0.0, 0.5, 1.0}) line.push_back({{x, x}, {1, 0}, {1, 0}});
  CHECK(winner_map(line, 0.95).regions.empty());
}

TEST_CASE("what several arms share belongs to nobody") {
  // Equal in the lower half of the columns, as where a budget pays nobody; then the second leads.
  const auto means = [](MapPlace at) { return std::vector{1.0, 1 + std::max(0.0, at[0] - 0.5)}; };
  const WinnerMap map = winner_map(grid(3, means), 0.95);
  CHECK(area(map, 0) == 0);
  CHECK(area(map, 1) == Approx(0.5));
}
