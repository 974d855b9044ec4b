#include "sim/market/attention.hpp"

#include <algorithm>

#include "sim/random/portable_math.hpp"

namespace clout::market {

double reach(const ReachSpec& spec, Feed feed, double followers) {
  const double slope = feed == Feed::follow_graph ? spec.slope : 1 - spec.impressions_exponent;
  const double size = std::max(followers, 1.0) / 5000;
  return std::min(1.0, spec.seen_at_5k * portable::exp(-slope * portable::log(size)));
}

AttentionTable::AttentionTable(const AttentionSpec& spec, bool mechanism) : weight_{} {
  for (std::size_t level = 0; level < weight_.size(); ++level) {
    const double trust = (static_cast<double>(level) + 0.5) / static_cast<double>(weight_.size());
    const double weight =
        mechanism ? portable::exp(spec.trust_exponent * portable::log(trust)) : 1.0;
    weight_[level] = static_cast<std::uint16_t>(std::max(1.0, weight * one + 0.5));
  }
}

Showing showing(double reach, double largest_boost) {
  const double candidate = std::min(1.0, reach * largest_boost);
  if (candidate <= 0) return {};
  return {candidate, static_cast<std::uint32_t>(reach / candidate * 0x1p20 + 0.5)};
}

}  // namespace clout::market
