#include <algorithm>
#include <set>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using design::Dimension;
using design::Point;
using design::Points;
using design::Scale;

TEST_CASE("a full grid has every combination once, ends of ranges and middles of levels") {
  const std::vector<Dimension> dimensions{{"a", Scale::linear, 0, 1, {}},
                                          {"b", Scale::levels, 0, 0, {1.0, 2.0}},
                                          {"c", Scale::log, 1, 10, {}}};
  const Points grid = full_grid(dimensions, std::vector<std::size_t>{3, 99, 1});
  const std::set<Point> found(grid.begin(), grid.end());
  const std::set<Point> expected{{0, 0.25, 0.5},   {0, 0.75, 0.5}, {0.5, 0.25, 0.5},
                                 {0.5, 0.75, 0.5}, {1, 0.25, 0.5}, {1, 0.75, 0.5}};
  CHECK(grid.size() == 6);
  CHECK(found == expected);
}

TEST_CASE("the beginning of a grid is spread: the middle, then the corners") {
  const Dimension range{"a", Scale::linear, 0, 1, {}};
  const Points grid =
      full_grid(std::vector<Dimension>{range, range}, std::vector<std::size_t>{5, 5});
  REQUIRE(grid.size() == 25);
  CHECK(grid[0] == Point{0.5, 0.5});
  const std::set<Point> corners(grid.begin() + 1, grid.begin() + 5);
  CHECK(corners == std::set<Point>{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
}

TEST_CASE("one at a time: the base, then single changes, all dimensions before any second one") {
  const std::vector<std::vector<double>> coordinates{{0, 1}, {0.5, 1}, {0.25}};
  const Points points = design::one_at_a_time({0.5, 0.5, 0.5}, coordinates);
  CHECK(points ==
        Points{{0.5, 0.5, 0.5}, {0, 0.5, 0.5}, {0.5, 0.5, 0.25}, {1, 0.5, 0.5}, {0.5, 1, 0.5}});
}
