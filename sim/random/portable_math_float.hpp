// exp, log and logistic in single precision, for kernels that work on many values at once: no
// branches, no tables, so that compilers turn loops over them into SIMD. Same promises as
// portable_math.hpp.
#pragma once

#include "sim/random/portable_math.hpp"

namespace clout::portable {

namespace detail {

inline constexpr float ln2_high_float = 0x1.63p-1F;
inline constexpr float ln2_low_float = -0x1.bd0106p-13F;
inline constexpr float to_integer_float = 0x1.8p23F;

constexpr float power_of_two_float(std::int32_t k) noexcept {
  return std::bit_cast<float>(static_cast<std::uint32_t>(127 + k) << 23);
}

/// log(x) for 0 < x < infinity.
constexpr float log_of_positive(float x) noexcept {
  constexpr float rest[] = {0.666666850447858783F, 0.3998877843365143733F, 0.2958004616831219887F};
  const bool denormal = x < std::numeric_limits<float>::min();
  const auto bits = std::bit_cast<std::uint32_t>(denormal ? x * 0x1p25F : x);
  constexpr std::uint32_t root_half = 0x3f3504f3;
  const std::int32_t exponent = static_cast<std::int32_t>(bits - root_half) >> 23;
  const float m = std::bit_cast<float>(bits - (static_cast<std::uint32_t>(exponent) << 23));
  const auto k = static_cast<float>(denormal ? exponent - 25 : exponent);
  const float f = m - 1.0F;
  const float half_square = 0.5F * f * f;
  const float s = f / (2.0F + f);
  const float z = s * s;
  const float tail = s * (half_square + z * polynomial(z, rest)) + k * ln2_low_float;
  return k * ln2_high_float - ((half_square - tail) - f);
}

}  // namespace detail

/// e^x. Error at most 1 ulp. 0 below -104, infinity above 88.8.
constexpr float exp(float x) noexcept {
  constexpr float rest[] = {0.5F, 0.1666657698969877568F, 0.0416665546172045742F,
                            0.00836317905272257737F, 0.001392618358771349454F};
  const float bounded = x < -105.0F ? -105.0F : (x > 89.0F ? 89.0F : x);
  const float shifted = bounded * 1.44269504F + detail::to_integer_float;
  const float whole = shifted - detail::to_integer_float;
  const float high = bounded - whole * detail::ln2_high_float;
  const float low = whole * detail::ln2_low_float;
  const float r = high - low;
  const float y = 1.0F + (high + (r * r * detail::polynomial(r, rest) - low));
  const auto k = static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(shifted) -
                                           std::bit_cast<std::uint32_t>(detail::to_integer_float));
  const std::int32_t half = k >> 1;
  return y * detail::power_of_two_float(half) * detail::power_of_two_float(k - half);
}

/// Natural logarithm. Error at most 1 ulp. -infinity at 0, NaN below.
constexpr float log(float x) noexcept {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const bool ordinary = x > 0.0F && x < infinity;
  const float value = detail::log_of_positive(ordinary ? x : 1.0F);
  const float below_one = x < 0.0F ? std::numeric_limits<float>::quiet_NaN() : x;
  return ordinary ? value : (x == 0.0F ? -infinity : below_one);
}

/// 1 / (1 + e^-x). Error at most 3 ulp, also in the far tails.
constexpr float logistic(float x) noexcept {
  const float e = exp(x < 0.0F ? x : -x);
  return (x < 0.0F ? e : 1.0F) / (1.0F + e);
}

}  // namespace clout::portable
