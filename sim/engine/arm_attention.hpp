// A consumer's attention for posts, in each of the arms that run side by side: one load, and no
// branch, tells in which of them it is shown a post.
#pragma once

#include <array>
#include <cstdint>

#include "sim/engine/arm_set.hpp"
#include "sim/market/attention.hpp"

namespace clout::engine {

/// Of the day; 0 in all arms if offline. Of arms that there are not: anything.
struct alignas(16) ArmAttention {
  std::array<std::uint16_t, most_siblings> of{};
};

/// Arms in which a candidate is shown a post by a follow edge whose trust they have in common:
/// market::is_shown() of each.
inline ArmSet shown_in(std::uint32_t bits, std::uint32_t kept, const ArmAttention& attention,
                       std::uint32_t weight) noexcept {
  unsigned arms = 0;
  for (std::size_t arm = 0; arm < most_siblings; ++arm)
    arms |= static_cast<unsigned>(market::is_shown(bits, kept, attention.of[arm], weight)) << arm;
  return static_cast<ArmSet>(arms);
}

}  // namespace clout::engine
