#include "analysis/stats/variance_split.hpp"

#include <cmath>

#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

/// Normal effects of these standard deviations.
std::vector<double> simulated(const stats::NestedSizes& sizes, double of_points, double of_graphs,
                              double of_chance, std::uint64_t number) {
  const std::size_t runs = sizes.points * sizes.graphs * sizes.replicates;
  const auto z = tests::normals(sizes.points * (1 + sizes.graphs) + runs, number);
  std::size_t next = 0;
  std::vector<double> outcomes;
  for (std::size_t p = 0; p < sizes.points; ++p) {
    const double point = of_points * z[next++];
    for (std::size_t g = 0; g < sizes.graphs; ++g) {
      const double graph = of_graphs * z[next++];
      for (std::size_t r = 0; r < sizes.replicates; ++r)
        outcomes.push_back(10 + point + graph + of_chance * z[next++]);
    }
  }
  return outcomes;
}

bool holds(const stats::Estimate& estimate, double truth) {
  return estimate.low <= truth && truth <= estimate.high;
}

}  // namespace

TEST_CASE("the variance split of a small table is that of its mean squares") {
  // Means of graphs 2, 4 | 8, 12; of points 3, 10. Mean squares: points 2 * 2 * 24.5 = 98, graphs
  // 2 (2 + 8) / 2 = 10, replicates (4 * 2) / 4 = 2.
  const std::vector<double> outcomes{1, 3, 3, 5, 7, 9, 11, 13};
  const auto split = stats::variance_split(outcomes, {2, 2, 2}, random::Seed{1});
  CHECK(split.variance == Approx(22 + 4 + 2));
  CHECK(split.parameters.value == Approx(22.0 / 28));
  CHECK(split.graph.value == Approx(4.0 / 28));
  CHECK(split.chance.value == Approx(2.0 / 28));
}

TEST_CASE("intervals of the shares hold the truth in 92 to 98.5 of 100 repetitions") {
  const stats::NestedSizes sizes{12, 3, 3};
  int parameters = 0, graph = 0, chance = 0;
  for (std::uint64_t repetition = 0; repetition < 500; ++repetition) {
    const auto outcomes = simulated(sizes, 2, 1, 1, repetition);
    const auto split = stats::variance_split(outcomes, sizes, random::Seed{repetition});
    parameters += holds(split.parameters, 4.0 / 6);
    graph += holds(split.graph, 1.0 / 6);
    chance += holds(split.chance, 1.0 / 6);
  }
  for (const int covered : {parameters, graph, chance}) {
    CHECK(covered >= 460);
    CHECK(covered <= 493);
  }
}
