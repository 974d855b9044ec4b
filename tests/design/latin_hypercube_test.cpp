#include <algorithm>
#include <cmath>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using design::Points;

namespace {

/// Whether each of n intervals of each dimension has one of the first n points.
bool latin(const Points& points, std::size_t n) {
  for (std::size_t d = 0; d < points.front().size(); ++d) {
    std::vector<int> hits(n);
    for (std::size_t i = 0; i < n; ++i)
      ++hits.at(static_cast<std::size_t>(points[i][d] * static_cast<double>(n)));
    if (!std::all_of(hits.begin(), hits.end(), [](int count) { return count == 1; })) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("every doubling of a Latin hypercube is one, in every projection") {
  for (const std::size_t first : {1UL, 3UL, 10UL}) {
    const Points points = design::latin_hypercube(random::Seed{1}, 7, first, 5);
    REQUIRE(points.size() == first * 32);
    for (std::size_t n = first; n <= points.size(); n *= 2) CHECK(latin(points, n));
    CHECK_FALSE(latin(points, points.size() - 1));
  }
}

TEST_CASE("a Latin hypercube is extended by points after the same ones") {
  const Points shorter = design::latin_hypercube(random::Seed{2}, 4, 12, 1);
  const Points longer = design::latin_hypercube(random::Seed{2}, 4, 12, 3);
  CHECK(std::equal(shorter.begin(), shorter.end(), longer.begin()));
  CHECK(design::latin_hypercube(random::Seed{3}, 4, 12) !=
        Points(longer.begin(), longer.begin() + 12));
}

TEST_CASE("values of a Latin hypercube's dimensions are not correlated on average") {
  double sum = 0, squares = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Points points = design::latin_hypercube(random::Seed{seed}, 2, 8, 2);
    double product = 0;
    for (const auto& point : points) product += (point[0] - 0.5) * (point[1] - 0.5) * 12 / 32;
    sum += product;
    squares += product * product;
  }
  // Standard deviation of a correlation of 32 independent pairs is 1 / sqrt(31).
  CHECK(std::abs(sum / 200) < 4 / std::sqrt(31 * 200.0));
  CHECK(std::sqrt(squares / 200) == Approx(1 / std::sqrt(31)).epsilon(0.2));
}
