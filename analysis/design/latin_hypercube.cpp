#include <algorithm>
#include <utility>

#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"

namespace clout::design {

namespace {

/// Those of n intervals in [0, 1) that have no point in this dimension.
std::vector<std::size_t> empty_intervals(const Points& points, std::size_t dimension,
                                         std::size_t n) {
  std::vector<bool> filled(n);
  for (const Point& point : points)
    filled[static_cast<std::size_t>(point[dimension] * static_cast<double>(n))] = true;
  std::vector<std::size_t> empty;
  for (std::size_t i = 0; i < n; ++i)
    if (!filled[i]) empty.push_back(i);
  return empty;
}

void shuffle(std::vector<std::size_t>& items, random::KeyedEngine& engine) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[random::below(engine.bits64(), std::uint64_t{i})]);
}

/// Points that make a hypercube of n intervals with those that are there.
Points batch(const Points& before, std::size_t dimensions, std::size_t n, random::StreamKey key,
             std::uint32_t number) {
  Points added(n - before.size());
  for (std::size_t d = 0; d < dimensions; ++d) {
    random::KeyedEngine engine(key, d, number);
    std::vector<std::size_t> intervals = empty_intervals(before, d, n);
    CLOUT_EXPECT(intervals.size() == added.size());
    shuffle(intervals, engine);
    for (std::size_t i = 0; i < added.size(); ++i) {
      // Middles of 2^32 parts: never so near an end, or the middle that a doubling will make an
      // end, that rounding could move a point into another interval.
      const double inside = random::open_unit_double(engine());
      added[i].push_back((static_cast<double>(intervals[i]) + inside) / static_cast<double>(n));
    }
  }
  return added;
}

}  // namespace

Points latin_hypercube(random::Seed seed, std::size_t dimensions, std::size_t first,
                       std::size_t doublings) {
  CLOUT_EXPECT(first >= 1 && dimensions >= 1 && doublings < 32);
  const auto key = random::stream_key(seed, random::Replicate{0}, random::Purpose::latin_hypercube);
  Points points;
  for (std::size_t doubling = 0; doubling <= doublings; ++doubling)
    append_spread(points, batch(points, dimensions, first << doubling, key,
                                static_cast<std::uint32_t>(doubling)));
  return points;
}

}  // namespace clout::design
