#include "analysis/design/target.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

namespace design = clout::design;

TEST_CASE("a miss counts units outside of the band") {
  const design::Target target{.name = "t", .low = 2, .high = 4, .unit = 1};
  CHECK(design::miss(target, 2) == 0);
  CHECK(design::miss(target, 3.9) == 0);
  CHECK(design::miss(target, 1.5) == 0.5);
  CHECK(design::miss(target, 6) == 2);
  CHECK(design::miss(target, 1e9) == design::farthest);
  CHECK(design::miss(target, std::nan("")) == design::farthest);
}

TEST_CASE("misses of ratios are factors") {
  design::Target target{.name = "t", .low = 1, .high = 100, .ratio = true};
  target.unit = design::unit_of(target, {});
  CHECK(std::abs(target.unit - std::log(10.0)) < 1e-12);
  CHECK(std::abs(design::miss(target, 1000) - 1) < 1e-12);
  CHECK(std::abs(design::miss(target, 0.1) - 1) < 1e-12);
  CHECK(design::miss(target, 0) == design::farthest);
  target.low = 0;
  CHECK(design::miss(target, 0) == 0);
}

TEST_CASE("half a band is a unit, and where it is open half the quartiles' distance") {
  CHECK(design::unit_of({.name = "t", .low = -1, .high = 3}, {}) == 2);
  const design::Target open{.name = "t", .low = 0};
  CHECK(design::unit_of(open, {8, 0, 2, 4, 6, std::nan(""), 10, 12, 14}) == 4);
  CHECK(design::unit_of(open, {}) == 1);
  CHECK(design::unit_of(open, {5, 5, 5, 5, 5}) == 1);
}

TEST_CASE("distances add up, and too few statistics are a failure") {
  const std::vector<design::Target> targets = {{.name = "a", .low = 0, .high = 1, .unit = 1},
                                               {.name = "b", .low = 0, .high = 1, .unit = 0.5}};
  CHECK(design::distance(targets, std::vector{0.5, 0.5}) == 0);
  CHECK(design::distance(targets, std::vector{2.0, 2.0}) == 3);
  CHECK(std::isinf(design::distance(targets, std::vector{0.5})));
}
