// Which settings decide an outcome, and which hardly matter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/sensitivity/indices.hpp"

namespace clout::sensitivity {

/// A setting decides from this share of the largest importance on, and hardly matters up to that.
inline constexpr double deciding_share = 0.5;
inline constexpr double idle_share = 0.1;

/// The settings by one method, most important first in each list. Those in neither list lie
/// between, or their intervals are too wide to say.
struct Weights {
  Method method = Method::morris;
  std::vector<std::size_t> deciding;  ///< and shown to have an effect (95%)
  std::vector<std::size_t> idle;      ///< with an interval that ends below what decides
};

/// By the method that says most of what was run: Sobol, Morris, PAWN, one at a time. None if only
/// a variance split was run, or nothing varies.
std::optional<Weights> weights_of(const Indices& indices);

}  // namespace clout::sensitivity
