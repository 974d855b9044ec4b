// Classes of influencers by the size of their audience.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/base/parameter.hpp"

namespace clout::market {

/// In ascending order of audience; the bounds are settings of the platform.
enum class Tier : std::uint8_t { nano, micro, mid, macro, mega, celebrity };

inline constexpr std::size_t tiers = 6;

constexpr std::size_t index(Tier tier) noexcept { return static_cast<std::size_t>(tier); }

}  // namespace clout::market

namespace clout {

template <>
inline constexpr std::array<std::string_view, 6> choice_names<market::Tier>{
    "nano", "micro", "mid", "macro", "mega", "celebrity"};

}  // namespace clout
