#include "sim/market/interests.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::market {

std::uint8_t to_focus(double weight) noexcept {
  return static_cast<std::uint8_t>(std::clamp(weight, 0.5, 1.0) * focus_units + 0.5);
}

SimilarityTable::SimilarityTable(double width) {
  CLOUT_EXPECT(width > 0);
  constexpr std::int32_t farthest = 2 * focus_units * focus_units;
  for (std::int32_t units = 0; units <= farthest; units += step) {
    const double squared = static_cast<double>(units) / (focus_units * focus_units);
    similarity_.push_back(static_cast<float>(portable::exp(-squared / (2 * width * width))));
  }
}

}  // namespace clout::market
