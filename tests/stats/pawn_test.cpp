#include "analysis/stats/pawn.hpp"

#include <cmath>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

/// Strongly skewed; parameters in falling order of effect, the last two without any.
double skewed(const std::vector<double>& x) { return std::exp(4 * x[0] + 1.5 * x[1] + 0.5 * x[2]); }

stats::Pawn of_sample(std::size_t points, std::uint64_t seed) {
  const design::Points sample = design::latin_hypercube(random::Seed{seed}, 5, points);
  std::vector<double> outcomes;
  for (const auto& point : sample) outcomes.push_back(skewed(point));
  return stats::pawn(sample, outcomes, 8, random::Seed{seed});
}

}  // namespace

TEST_CASE("PAWN ranks the parameters of a skewed outcome and finds those without effect") {
  const stats::Pawn result = of_sample(1000, 1);
  const auto& of = result.parameters;
  CHECK(of[0].median > of[1].median);
  CHECK(of[1].median > of[2].median);
  CHECK(of[1].median > result.threshold.median);
  CHECK(of[2].median > 0);
  CHECK(of[0].largest > 0.7);
  for (const auto& index : of) {
    CHECK(index.median <= index.largest);
    CHECK(index.mean <= index.largest);
  }
}

TEST_CASE("about one parameter without effect in twenty exceeds PAWN's threshold") {
  int above = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const stats::Pawn result = of_sample(200, seed);
    for (const std::size_t inert : {std::size_t{3}, std::size_t{4}})
      above += result.parameters[inert].mean > result.threshold.mean;
  }
  // 10 of 200 expected. The hypercube's inert coordinates are as independent of the outcome as the
  // dummies' are; 22 is four standard errors above.
  CHECK(above <= 22);
}

TEST_CASE("PAWN of an outcome that takes two values only") {
  const design::Points sample = design::sobol(random::Seed{2}, 2, 256);
  std::vector<double> outcomes;
  for (const auto& point : sample) outcomes.push_back(point[0] < 0.5 ? 0 : 1);
  const auto result = stats::pawn(sample, outcomes, 4, random::Seed{2});
  CHECK(result.parameters[0].median == Approx(0.5));
  CHECK(result.parameters[1].largest < 0.05);
}
