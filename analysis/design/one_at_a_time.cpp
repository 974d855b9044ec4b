#include <algorithm>

#include "analysis/design/design.hpp"
#include "sim/base/contracts.hpp"

namespace clout::design {

Points one_at_a_time(const Point& base, std::span<const std::vector<double>> coordinates) {
  CLOUT_EXPECT(base.size() == coordinates.size());
  std::size_t most = 0;
  for (const std::vector<double>& each : coordinates) most = std::max(most, each.size());
  Points points{base};
  for (std::size_t i = 0; i < most; ++i) {
    for (std::size_t d = 0; d < base.size(); ++d) {
      if (i >= coordinates[d].size() || coordinates[d][i] == base[d]) continue;
      points.push_back(base);
      points.back()[d] = coordinates[d][i];
    }
  }
  return points;
}

}  // namespace clout::design
