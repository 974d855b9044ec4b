#include "sim/graph/estimate.hpp"

#include <cmath>

namespace clout::graph {

Estimate share_of(std::uint64_t hits, std::uint64_t samples) {
  if (samples == 0) return {};
  const double n = static_cast<double>(samples);
  const double p = static_cast<double>(hits) / n;
  return {p, std::sqrt(p * (1 - p) / n), samples};
}

}  // namespace clout::graph
