#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using design::Point;
using design::Points;
using design::Randomization;

TEST_CASE("the first Sobol points are those published by Joe and Kuo") {
  // web.maths.unsw.edu.au/~fkuo/sobol: the example of their program, 10 points in 3 dimensions.
  CHECK(design::sobol(random::Seed{0}, 3, 10, Randomization::none) ==
        Points{{0, 0, 0},
               {0.5, 0.5, 0.5},
               {0.75, 0.25, 0.25},
               {0.25, 0.75, 0.75},
               {0.375, 0.375, 0.625},
               {0.875, 0.875, 0.125},
               {0.625, 0.125, 0.875},
               {0.125, 0.625, 0.375},
               {0.1875, 0.3125, 0.9375},
               {0.6875, 0.8125, 0.4375}});
}

TEST_CASE("first 2^k points have one in each interval of 2^-k, plain and scrambled") {
  for (const auto randomization : {Randomization::none, Randomization::owen}) {
    const Points points = design::sobol(random::Seed{4}, 42, 256, randomization);
    for (std::size_t d = 0; d < 42; ++d) {
      for (std::size_t n = 1; n <= 256; n *= 2) {
        std::set<int> intervals;
        for (std::size_t i = 0; i < n; ++i)
          intervals.insert(static_cast<int>(points[i][d] * static_cast<double>(n)));
        CHECK(intervals.size() == n);
      }
    }
  }
}

TEST_CASE("scrambling keeps the net: each of 16 x 16 squares has one of 256 points") {
  const Points points = design::sobol(random::Seed{5}, 2, 256);
  std::set<std::pair<int, int>> squares;
  for (const Point& p : points)
    squares.emplace(static_cast<int>(16 * p[0]), static_cast<int>(16 * p[1]));
  CHECK(squares.size() == 256);
}

TEST_CASE("a shift moves all points by one vector modulo 1") {
  const Points plain = design::sobol(random::Seed{6}, 3, 20, Randomization::none);
  const Points moved = design::sobol(random::Seed{6}, 3, 20, Randomization::shift);
  for (std::size_t i = 0; i < 20; ++i) {
    for (std::size_t d = 0; d < 3; ++d) {
      const double back = moved[i][d] - moved[0][d];
      CHECK(back - std::floor(back) == plain[i][d]);
    }
  }
  CHECK(moved[0] != design::sobol(random::Seed{7}, 3, 1, Randomization::shift)[0]);
}

TEST_CASE("a scrambled point is uniform over seeds, and estimates are unbiased and sharp") {
  // The integral of the product of (x + 1/2) over 5 dimensions is 1; its variance (1 + 1/12)^5 - 1
  // is 0.49, so that 64 random points give an error of 0.087.
  double first = 0, sum = 0, squares = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Points points = design::sobol(random::Seed{seed}, 5, 64);
    first += points[0][4] / 200;
    double mean = 0;
    for (const Point& p : points) {
      double product = 1;
      for (const double x : p) product *= x + 0.5;
      mean += product / 64;
    }
    sum += mean;
    squares += (mean - 1) * (mean - 1);
  }
  const double error = std::sqrt(squares / 200);
  CHECK(first == Approx(0.5).margin(4 * 0.289 / std::sqrt(200)));
  CHECK(error < 0.03);
  CHECK(std::abs(sum / 200 - 1) < 4 * error / std::sqrt(200));
}

TEST_CASE("a longer Sobol or Saltelli design begins with the shorter one") {
  const Points shorter = design::sobol(random::Seed{8}, 6, 30);
  const Points longer = design::sobol(random::Seed{8}, 6, 100);
  CHECK(std::equal(shorter.begin(), shorter.end(), longer.begin()));
  const Points few = design::saltelli(random::Seed{8}, 6, 5);
  const Points many = design::saltelli(random::Seed{8}, 6, 9);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
}

TEST_CASE("a row of a Saltelli design: A, B, and A with one coordinate of B") {
  const Points points = design::saltelli(random::Seed{9}, 4, 8);
  REQUIRE(points.size() == 8 * design::saltelli_row(4));
  for (std::size_t row = 0; row < 8; ++row) {
    const Point* at = &points[row * design::saltelli_row(4)];
    for (std::size_t i = 0; i < 4; ++i) {
      Point mixed = at[0];
      mixed[i] = at[1][i];
      CHECK(at[2 + i] == mixed);
      CHECK(at[0][i] != at[1][i]);
    }
  }
}
