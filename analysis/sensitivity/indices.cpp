#include "analysis/sensitivity/indices.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/contracts.hpp"

namespace clout::sensitivity {

namespace {

/// Means over replicates of a block's points.
std::vector<double> means(const Outcome& outcome, const PlacedBlock& at) {
  std::vector<double> values;
  for (std::size_t n = 0; n < at.block.points; ++n) values.push_back(outcome.mean(at.first + n));
  return values;
}

std::span<const design::Point> part(const design::Points& coordinates, const PlacedBlock& at) {
  return std::span(coordinates).subspan(at.first, at.block.points);
}

Step step_at(const Outcome& outcome, std::size_t point) {
  const std::vector<double> own = outcome.at(0);
  std::vector<double> change = outcome.at(point);
  for (std::size_t n = 0; n < own.size(); ++n) change[n] -= own[n];
  return {point, stats::mean_interval(change),
          outcome.less.has_value() && outcome.mean(0) * outcome.mean(point) < 0};
}

/// The setting in which a point is not the study's own.
std::size_t moved(const design::Point& own, const design::Point& point) {
  std::size_t n = 0;
  // NaN: a value of the study itself that is not among those listed.
  while (n < own.size() && (own[n] == point[n] || (std::isnan(own[n]) && std::isnan(point[n]))))
    ++n;
  CLOUT_EXPECT(n < own.size());
  return n;
}

std::vector<std::vector<Step>> steps(const Outcome& outcome, const PlacedBlock& at,
                                     const design::Points& coordinates) {
  std::vector<std::vector<Step>> all(coordinates.front().size());
  for (std::size_t point = at.first; point < at.first + at.block.points; ++point)
    all[moved(coordinates[0], coordinates[point])].push_back(step_at(outcome, point));
  return all;
}

/// Each replicate is a function of the settings of its own, so it has indices of its own.
void add_pawn(const Outcome& outcome, const PlacedBlock& at, const design::Points& coordinates,
              random::Seed seed, Indices& indices) {
  const std::size_t parts = std::clamp(at.block.points / pawn_part, std::size_t{2}, pawn_parts);
  std::vector<std::vector<double>> medians(coordinates.front().size());
  for (std::size_t n = 0; n < outcome.replicates; ++n) {
    std::vector<double> values;
    for (std::size_t i = 0; i < at.block.points; ++i)
      values.push_back(outcome.values[(at.first + i) * outcome.replicates + n]);
    const stats::Pawn found = stats::pawn(part(coordinates, at), values, parts, seed);
    for (std::size_t d = 0; d < medians.size(); ++d)
      medians[d].push_back(found.parameters[d].median);
    indices.pawn_threshold += found.threshold.median / static_cast<double>(outcome.replicates);
  }
  for (const auto& each : medians) indices.pawn.push_back(stats::mean_interval(each));
}

stats::VarianceSplit split_of(const Outcome& outcome, const PlacedBlock& at, random::Seed seed) {
  const stats::NestedSizes sizes{at.block.points / at.block.graphs, at.block.graphs,
                                 outcome.replicates};
  return stats::variance_split(
      std::span(outcome.values)
          .subspan(at.first * outcome.replicates, at.block.points * outcome.replicates),
      sizes, seed);
}

double largest_change(const std::vector<Step>& steps) {
  double largest = 0;
  for (const Step& each : steps) largest = std::max(largest, std::abs(each.change.mean));
  return largest;
}

}  // namespace

Indices indices_of(const Outcome& outcome, std::span<const Block> blocks,
                   const design::Points& coordinates, random::Seed seed) {
  Indices indices;
  indices.own = stats::mean_interval(outcome.at(0));
  if (const auto at = find_block(blocks, Method::one_at_a_time))
    indices.one_at_a_time = steps(outcome, *at, coordinates);
  if (const auto at = find_block(blocks, Method::morris))
    indices.morris = stats::elementary_effects(part(coordinates, *at), means(outcome, *at));
  if (const auto at = find_block(blocks, Method::sobol))
    indices.sobol = stats::sobol_indices(means(outcome, *at), coordinates.front().size(), seed);
  if (const auto at = find_block(blocks, Method::pawn))
    add_pawn(outcome, *at, coordinates, seed, indices);
  const auto at = find_block(blocks, Method::variance_split);
  if (at && outcome.replicates >= 2) indices.split = split_of(outcome, *at, seed);
  return indices;
}

std::vector<double> importance(const Indices& indices, Method method) {
  std::vector<double> values;
  if (method == Method::one_at_a_time) {
    for (const auto& each : indices.one_at_a_time) values.push_back(largest_change(each));
  } else if (method == Method::morris) {
    for (const auto& each : indices.morris) values.push_back(each.absolute.mean);
  } else if (method == Method::sobol) {
    for (const auto& each : indices.sobol) values.push_back(each.total.value);
  } else if (method == Method::pawn) {
    for (const auto& each : indices.pawn) values.push_back(each.mean);
  }
  return values;
}

std::vector<std::size_t> ranked(std::span<const double> importance) {
  std::vector<std::size_t> order(importance.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t n) {
    return std::isnan(importance[n]) ? -1.0 : importance[n];
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return place(a) > place(b); });
  return order;
}

}  // namespace clout::sensitivity
