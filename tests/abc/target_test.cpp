#include "analysis/abc/target.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

namespace abc = clout::abc;

TEST_CASE("a miss counts units outside of the band") {
  const abc::Target target{.name = "t", .low = 2, .high = 4, .unit = 1};
  CHECK(abc::miss(target, 2) == 0);
  CHECK(abc::miss(target, 3.9) == 0);
  CHECK(abc::miss(target, 1.5) == 0.5);
  CHECK(abc::miss(target, 6) == 2);
  CHECK(abc::miss(target, 1e9) == abc::farthest);
  CHECK(abc::miss(target, std::nan("")) == abc::farthest);
}

TEST_CASE("misses of ratios are factors") {
  abc::Target target{.name = "t", .low = 1, .high = 100, .ratio = true};
  target.unit = abc::unit_of(target, {});
  CHECK(std::abs(target.unit - std::log(10.0)) < 1e-12);
  CHECK(std::abs(abc::miss(target, 1000) - 1) < 1e-12);
  CHECK(std::abs(abc::miss(target, 0.1) - 1) < 1e-12);
  CHECK(abc::miss(target, 0) == abc::farthest);
  target.low = 0;
  CHECK(abc::miss(target, 0) == 0);
}

TEST_CASE("half a band is a unit, and where it is open half the quartiles' distance") {
  CHECK(abc::unit_of({.name = "t", .low = -1, .high = 3}, {}) == 2);
  const abc::Target open{.name = "t", .low = 0};
  CHECK(abc::unit_of(open, {8, 0, 2, 4, 6, std::nan(""), 10, 12, 14}) == 4);
  CHECK(abc::unit_of(open, {}) == 1);
  CHECK(abc::unit_of(open, {5, 5, 5, 5, 5}) == 1);
}

TEST_CASE("distances add up, and too few statistics are a failure") {
  const std::vector<abc::Target> targets = {{.name = "a", .low = 0, .high = 1, .unit = 1},
                                            {.name = "b", .low = 0, .high = 1, .unit = 0.5}};
  CHECK(abc::distance(targets, std::vector{0.5, 0.5}) == 0);
  CHECK(abc::distance(targets, std::vector{2.0, 2.0}) == 3);
  CHECK(std::isinf(abc::distance(targets, std::vector{0.5})));
}
