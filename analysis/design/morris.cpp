#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"

namespace clout::design {

namespace {

std::size_t pick(random::KeyedEngine& engine, std::size_t bound) {
  return random::below(engine.bits64(), std::uint64_t{bound});
}

/// One random trajectory: a start from which every coordinate can move by half the levels, and an
/// order in which they do.
Points trajectory(random::KeyedEngine engine, std::size_t dimensions, std::size_t levels) {
  const std::size_t jump = levels / 2;
  const auto coordinate = [&](std::size_t level) {
    return static_cast<double>(level) / static_cast<double>(levels - 1);
  };
  std::vector<std::size_t> order(dimensions);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = dimensions; i > 1; --i) std::swap(order[i - 1], order[pick(engine, i)]);
  Point start, end;
  for (std::size_t d = 0; d < dimensions; ++d) {
    const std::size_t low = pick(engine, jump);
    start.push_back(coordinate(low));
    end.push_back(coordinate(low + jump));
    if (pick(engine, 2) == 1) std::swap(start.back(), end.back());
  }
  Points points{start};
  for (const std::size_t d : order) {
    points.push_back(points.back());
    points.back()[d] = end[d];
  }
  return points;
}

/// Sum of the distances of all pairs of points.
double distance(const Points& a, const Points& b) {
  double sum = 0;
  for (const Point& p : a) {
    for (const Point& q : b) {
      double squares = 0;
      for (std::size_t d = 0; d < p.size(); ++d) squares += (p[d] - q[d]) * (p[d] - q[d]);
      sum += std::sqrt(squares);
    }
  }
  return sum;
}

}  // namespace

Points morris(random::Seed seed, std::size_t dimensions, std::size_t trajectories,
              std::size_t candidates, std::size_t levels) {
  CLOUT_EXPECT(dimensions >= 1 && trajectories <= candidates);
  CLOUT_EXPECT(levels >= 2 && levels % 2 == 0);
  const auto key =
      random::stream_key(seed, random::Replicate{0}, random::Purpose::morris_trajectory);
  std::vector<Points> rest;
  for (std::size_t c = 0; c < candidates; ++c)
    rest.push_back(trajectory(random::KeyedEngine(key, c, 0), dimensions, levels));
  std::vector<double> far(candidates);  // sum of squared distances to those taken
  Points points;
  for (std::size_t t = 0; t < trajectories; ++t) {
    const auto best = std::max_element(far.begin(), far.end()) - far.begin();
    const Points taken = std::move(rest[static_cast<std::size_t>(best)]);
    rest.erase(rest.begin() + best);
    far.erase(far.begin() + best);
    for (std::size_t c = 0; c < rest.size(); ++c) {
      const double apart = distance(rest[c], taken);
      far[c] += apart * apart;
    }
    points.insert(points.end(), taken.begin(), taken.end());
  }
  return points;
}

}  // namespace clout::design
