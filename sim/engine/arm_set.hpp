// Which of the arms that run side by side something is about: a bit for each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace clout::engine {

using ArmSet = std::uint8_t;

/// Most arms that run side by side.
inline constexpr std::size_t most_siblings = 8;

constexpr ArmSet only(std::size_t arm) noexcept { return static_cast<ArmSet>(1U << arm); }

constexpr ArmSet first_arms(std::size_t count) noexcept {
  return static_cast<ArmSet>((1U << count) - 1U);
}

constexpr ArmSet without(ArmSet arms, ArmSet others) noexcept {
  return static_cast<ArmSet>(arms & ~others);
}

/// Number of arms in a set.
constexpr std::size_t size(ArmSet arms) noexcept {
  return static_cast<std::size_t>(std::popcount(arms));
}

/// The lowest arm of a set that is not empty.
constexpr std::size_t lowest(ArmSet arms) noexcept {
  return static_cast<std::size_t>(std::countr_zero(arms));
}

/// Calls visit(arm) for each, ascending.
template <typename Visit>
constexpr void for_each_arm(ArmSet arms, Visit visit) {
  for (ArmSet left = arms; left != 0; left = static_cast<ArmSet>(left & (left - 1U)))
    visit(lowest(left));
}

}  // namespace clout::engine
