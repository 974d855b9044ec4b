#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"

namespace clout::design {

Points saltelli(random::Seed seed, std::size_t dimensions, std::size_t rows) {
  CLOUT_EXPECT(dimensions >= 1);
  const auto middle = static_cast<std::ptrdiff_t>(dimensions);
  Points points;
  for (const Point& both : sobol(seed, 2 * dimensions, rows)) {
    const Point a(both.begin(), both.begin() + middle);
    const Point b(both.begin() + middle, both.end());
    points.push_back(a);
    points.push_back(b);
    for (std::size_t d = 0; d < dimensions; ++d) {
      points.push_back(a);
      points.back()[d] = b[d];
    }
  }
  return points;
}

}  // namespace clout::design
