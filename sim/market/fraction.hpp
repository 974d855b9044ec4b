// Fractions of one kept in 16 bits, as follow edges and traits hold them.
#pragma once

#include <algorithm>
#include <cstdint>

namespace clout::market {

/// A fraction in units of 1/65535.
using Units = std::uint16_t;
inline constexpr float units_in_one = 65535.0F;

/// Nearest unit, 0 .. 65535; values outside [0, 1] are clamped. Without narrowing, for kernels.
constexpr std::int32_t whole_units(float fraction) noexcept {
  return static_cast<std::int32_t>(std::clamp(fraction, 0.0F, 1.0F) * units_in_one + 0.5F);
}
constexpr Units to_units(float fraction) noexcept {
  return static_cast<Units>(whole_units(fraction));
}

/// In [0, 1].
constexpr float from_units(Units units) noexcept {
  return static_cast<float>(units) * (1.0F / units_in_one);
}

/// Trust of a living follow edge is at least one unit: 0 marks an edge that its follower has left.
constexpr Units trust_units(float trust) noexcept { return std::max<Units>(1, to_units(trust)); }

/// Endorsement load in units of 1/256, cut off at 255.99 advertisements.
constexpr std::int32_t whole_load_units(float load) noexcept {
  return static_cast<std::int32_t>(std::min(load * 256.0F + 0.5F, 65535.0F));
}
constexpr std::uint16_t load_units(float load) noexcept {
  return static_cast<std::uint16_t>(whole_load_units(load));
}
constexpr float from_load_units(std::uint16_t units) noexcept {
  return static_cast<float>(units) * (1.0F / 256.0F);
}

}  // namespace clout::market
