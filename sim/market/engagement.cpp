#include "sim/market/engagement.hpp"

#include <algorithm>

namespace clout::market {

float sponsored_factor(const EngagementSpec& spec, double followers, bool customised,
                       double unfamiliar) {
  double scale = spec.sponsored_scale;
  if (customised) scale *= spec.custom_content_factor;
  scale *= 1 + (spec.unknown_brand_factor - 1) * unfamiliar;
  const double size =
      portable::exp(spec.sponsored_steepness * portable::log(std::max(followers, 1.0) / scale));
  return static_cast<float>(spec.sponsored_floor + (1 - spec.sponsored_floor) / (1 + size));
}

float logit(double probability) {
  const double p = std::clamp(probability, 1e-12, 1 - 1e-12);
  return static_cast<float>(portable::log(p / (1 - p)));
}

}  // namespace clout::market
