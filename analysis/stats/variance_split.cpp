#include "analysis/stats/variance_split.hpp"

#include <algorithm>
#include <vector>

#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/percentiles.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/distributions.hpp"

namespace clout::stats {

namespace {

struct Level {
  double squares = 0;  ///< sum of squares
  double degrees = 0;
};

struct Table {
  Level points, graphs, replicates;
};

struct Components {
  double parameters = 0;
  double graph = 0;
  double chance = 0;
  double sum() const { return parameters + graph + chance; }
};

/// Sum of squares about the mean.
double squares_about_mean(const std::vector<double>& values) {
  const Moments sample = moments(values);
  return sample.deviation * sample.deviation * static_cast<double>(values.size() - 1);
}

Table table(std::span<const double> outcomes, const NestedSizes& sizes) {
  const auto points = static_cast<double>(sizes.points);
  const auto graphs = static_cast<double>(sizes.graphs);
  const auto replicates = static_cast<double>(sizes.replicates);
  Table result{
      {0, points - 1}, {0, points * (graphs - 1)}, {0, points * graphs * (replicates - 1)}};
  std::vector<double> of_points;
  for (std::size_t point = 0; point < sizes.points; ++point) {
    std::vector<double> of_graphs;
    for (std::size_t graph = 0; graph < sizes.graphs; ++graph) {
      const auto values =
          outcomes.subspan((point * sizes.graphs + graph) * sizes.replicates, sizes.replicates);
      of_graphs.push_back(moments(values).mean);
      result.replicates.squares += squares_about_mean({values.begin(), values.end()});
    }
    of_points.push_back(moments(of_graphs).mean);
    result.graphs.squares += replicates * squares_about_mean(of_graphs);
  }
  result.points.squares = graphs * replicates * squares_about_mean(of_points);
  return result;
}

/// Components from the expected mean squares of the three levels.
Components components(double of_points, double of_graphs, double of_replicates,
                      const NestedSizes& sizes) {
  const auto graphs = static_cast<double>(sizes.graphs);
  const auto replicates = static_cast<double>(sizes.replicates);
  return {std::max(0.0, (of_points - of_graphs) / (graphs * replicates)),
          std::max(0.0, (of_graphs - of_replicates) / replicates), of_replicates};
}

double chi_squared(random::KeyedEngine& engine, double degrees) {
  return random::gamma(engine, degrees / 2, 2);
}

}  // namespace

VarianceSplit variance_split(std::span<const double> outcomes, const NestedSizes& sizes,
                             random::Seed seed) {
  CLOUT_EXPECT(sizes.points >= 2 && sizes.graphs >= 2 && sizes.replicates >= 2);
  CLOUT_EXPECT(outcomes.size() == sizes.points * sizes.graphs * sizes.replicates);
  const Table of = table(outcomes, sizes);
  const Components estimate =
      components(of.points.squares / of.points.degrees, of.graphs.squares / of.graphs.degrees,
                 of.replicates.squares / of.replicates.degrees, sizes);

  const auto key = random::stream_key(seed, random::Replicate{0}, random::Purpose::variance_pivot);
  std::vector<double> parameters, graph, chance;
  for (std::size_t pivot = 0; pivot < variance_pivots; ++pivot) {
    random::KeyedEngine engine(key, pivot, 0);
    const double of_points = of.points.squares / chi_squared(engine, of.points.degrees);
    const double of_graphs = of.graphs.squares / chi_squared(engine, of.graphs.degrees);
    const double of_replicates = of.replicates.squares / chi_squared(engine, of.replicates.degrees);
    const Components drawn = components(of_points, of_graphs, of_replicates, sizes);
    parameters.push_back(drawn.parameters / drawn.sum());
    graph.push_back(drawn.graph / drawn.sum());
    chance.push_back(drawn.chance / drawn.sum());
  }
  return {with_percentiles(estimate.parameters / estimate.sum(), parameters),
          with_percentiles(estimate.graph / estimate.sum(), graph),
          with_percentiles(estimate.chance / estimate.sum(), chance), estimate.sum()};
}

}  // namespace clout::stats
