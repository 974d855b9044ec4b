#include "sim/market/trust.hpp"

namespace clout::market {

float trust_logit(const TrustSpec& spec, double followers, double expertise) {
  return static_cast<float>(spec.baseline +
                            spec.from_popularity * portable::log(std::max(followers, 1.0)) +
                            spec.from_expertise * expertise);
}

}  // namespace clout::market
