#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"

namespace clout::design {

Points full_grid(std::span<const Dimension> dimensions, std::span<const std::size_t> steps) {
  CLOUT_EXPECT(dimensions.size() == steps.size());
  Points combinations{{}};
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    const Dimension& dimension = dimensions[d];
    const std::size_t count = dimension.scale == Scale::levels ? dimension.levels.size() : steps[d];
    Points longer;
    for (const Point& combination : combinations) {
      for (std::size_t step = 0; step < count; ++step) {
        longer.push_back(combination);
        longer.back().push_back(step_coordinate(dimension, step, count));
      }
    }
    combinations = std::move(longer);
  }
  Points points;
  append_spread(points, std::move(combinations));
  return points;
}

}  // namespace clout::design
