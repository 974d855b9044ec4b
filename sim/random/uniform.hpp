// From random bits to fractions, bounded integers and yes or no. All are exact arithmetic: the same
// on every machine.
#pragma once

#include <cstdint>

#include "sim/base/contracts.hpp"
#include "sim/random/philox.hpp"

namespace clout::random {

/// The first or second 64 bits of a block (half 0 or 1), low word first.
constexpr std::uint64_t half_block(const Block& block, std::size_t half) noexcept {
  return block[2 * half] | std::uint64_t{block[2 * half + 1]} << 32;
}

/// Fraction in [0, 1): multiples of 2^-53, all equally likely.
constexpr double unit_double(std::uint64_t bits) noexcept {
  return static_cast<double>(bits >> 11) * 0x1p-53;
}

/// Fraction in [0, 1): multiples of 2^-32, all equally likely.
constexpr double unit_double(std::uint32_t bits) noexcept { return bits * 0x1p-32; }

/// Fraction in [0, 1): multiples of 2^-24, all equally likely.
constexpr float unit_float(std::uint32_t bits) noexcept {
  return static_cast<float>(bits >> 8) * 0x1p-24F;
}

/// Fraction in (0, 1): the middles of 2^52 equal intervals. Symmetric about 1/2; from 2^-53 to 1 -
/// 2^-53.
constexpr double open_unit_double(std::uint64_t bits) noexcept {
  return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
}

/// Fraction in (0, 1): the middles of 2^32 equal intervals. Symmetric about 1/2; from 2^-33 to 1 -
/// 2^-33.
constexpr double open_unit_double(std::uint32_t bits) noexcept { return (bits + 0.5) * 0x1p-32; }

/// Fraction in (0, 1): the middles of 2^23 equal intervals. Symmetric about 1/2; from 2^-24 to 1 -
/// 2^-24.
constexpr float open_unit_float(std::uint32_t bits) noexcept {
  return (static_cast<float>(bits >> 9) + 0.5F) * 0x1p-23F;
}

/// Integer in [0, bound), bound > 0, by multiplication (D. Lemire, ACM TOMACS 29(1), 2019) without
/// its rejection step, so that a draw stays a function of fixed bits. Bias: a value's probability
/// differs from 1/bound by less than 2^-32, that is by a share of at most bound / 2^32: 0.0002 for
/// a million values. Prefer 64 bits where that matters.
constexpr std::uint32_t below(std::uint32_t bits, std::uint32_t bound) noexcept {
  CLOUT_DEBUG_EXPECT(bound > 0);
  return static_cast<std::uint32_t>(std::uint64_t{bits} * bound >> 32);
}

/// The same from 64 bits, for bounds of any size. Bias: a share of at most bound / 2^64 of a
/// value's probability, which is 2.4e-10 for the largest 32-bit bound.
constexpr std::uint64_t below(std::uint64_t bits, std::uint64_t bound) noexcept {
  CLOUT_DEBUG_EXPECT(bound > 0);
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>(Wide{bits} * bound >> 64);
}

/// A probability made ready for integer comparison: happens() then costs no floating point.
class Chance {
 public:
  /// probability is clamped to [0, 1]; 0 never happens and 1 always does. Elsewhere it is kept to
  /// 2^-64 absolutely (2^-53 relatively), and what 32 bits decide has it to 2^-32.
  constexpr explicit Chance(double probability) noexcept
      : certain_(probability >= 1.0),
        threshold_(probability > 0.0 && probability < 1.0
                       ? static_cast<std::uint64_t>(probability * 0x1p64)
                       : 0) {}

  /// Decided by 64 bits: share of bits for which it happens = probability to within 2^-64.
  constexpr bool happens(std::uint64_t bits) const noexcept {
    return certain_ || bits < threshold_;
  }

  /// Decided by 32 bits, twice as cheap. The probability is cut down to a multiple of 2^-32: use it
  /// where 2.3e-10 of absolute bias is nothing.
  constexpr bool happens(std::uint32_t bits) const noexcept {
    return certain_ || bits < threshold_ >> 32;
  }

 private:
  bool certain_;
  std::uint64_t threshold_;
};

}  // namespace clout::random
