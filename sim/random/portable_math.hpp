// exp, log and their kin from + - * / and square root alone, which IEEE 754 rounds the same way
// everywhere: the same bits from g++ and clang++, at any optimisation level, on any processor (with
// -ffp-contract=off). libm promises no such thing.
//
// Bounds are in units in the last place of the exact value (ulp) and hold over the whole range,
// denormal results included; tests/random/portable_math_test.cpp measures them. NaN gives NaN.
// Rounding must be to nearest. The polynomials come from
// tests/reference/portable_math_coefficients.py.
#pragma once

#include <bit>
#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace clout::portable {

static_assert(FLT_EVAL_METHOD == 0, "float and double must be computed in their own precision");
static_assert(std::numeric_limits<double>::is_iec559 && std::numeric_limits<float>::is_iec559);

namespace detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double ln2 = 0.693147180559945309417;
// ln2 in two parts: the high one has 21 trailing zero bits, so that its product with an exponent is
// exact.
inline constexpr double ln2_high = 0x1.62e42feep-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double log2_e = 1.442695040888963407360;
// Adding this rounds a small number to an integer, which then lies in the low bits of the sum.
inline constexpr double to_integer = 0x1.8p52;

/// c[0] + c[1] x + c[2] x^2 + ...
template <typename Real, std::size_t Terms>
constexpr Real polynomial(Real x, const Real (&c)[Terms]) noexcept {
  Real sum = c[Terms - 1];
  for (std::size_t i = Terms - 1; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

/// The integer that x + to_integer holds.
constexpr std::int64_t integer_in(double shifted) noexcept {
  return static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(shifted) -
                                   std::bit_cast<std::uint64_t>(to_integer));
}

/// 2^k for k in [-1022, 1023].
constexpr double power_of_two(std::int64_t k) noexcept {
  return std::bit_cast<double>(static_cast<std::uint64_t>(1023 + k) << 52);
}

/// y 2^k in two exact steps but for one rounding at the end, also where 2^k itself would overflow
/// or vanish.
constexpr double scale(double y, std::int64_t k) noexcept {
  const std::int64_t half = k >> 1;
  return y * power_of_two(half) * power_of_two(k - half);
}

/// NaN stays NaN.
constexpr double clamp(double x, double low, double high) noexcept {
  return x < low ? low : (x > high ? high : x);
}

/// x = k ln 2 + r with |r| <= 0.3466, and e^r - 1.
struct ExpParts {
  std::int64_t k;
  double expm1_r;
};

/// Cody and Waite's reduction ("Software manual for the elementary functions", 1980, ch. 6). |x| <=
/// 800.
constexpr ExpParts exp_parts(double x) noexcept {
  constexpr double rest[] = {0.5,
                             0.1666666666666667099,
                             0.04166666666666666975,
                             0.008333333333326135126,
                             0.00138888888888837483,
                             0.0001984126987482062527,
                             0.00002480158732554774122,
                             2.755725540020642443e-6,
                             2.755727364311029533e-7,
                             2.510521700472074516e-8,
                             2.091468696808687723e-9};
  const double shifted = x * log2_e + to_integer;
  const double k = shifted - to_integer;
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;
  return {integer_in(shifted), high + (r * r * polynomial(r, rest) - low)};
}

/// log(x) for 0 < x < infinity.
constexpr double log_of_positive(double x) noexcept {
  constexpr double rest[] = {0.6666666666666669688, 0.399999999998994473,  0.2857142862600142557,
                             0.2222221113056072644, 0.1818288943375751642, 0.1533171134667299598,
                             0.1461657642164438595};
  const bool denormal = x < std::numeric_limits<double>::min();
  const auto bits = std::bit_cast<std::uint64_t>(denormal ? x * 0x1p54 : x);
  // x = 2^k m with m in [sqrt(1/2), sqrt(2)), whose bits are taken off to find k.
  constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcd;
  const std::int64_t exponent = static_cast<std::int64_t>(bits - root_half) >> 52;
  const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(exponent) << 52));
  const auto k = static_cast<double>(denormal ? exponent - 54 : exponent);
  // log(1 + f) = 2 atanh(s), s = f / (2 + f), arranged so that f is added last (K. C. Ng, FDLIBM
  // e_log.c).
  const double f = m - 1.0;
  const double half_square = 0.5 * f * f;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double tail = s * (half_square + z * polynomial(z, rest)) + k * ln2_low;
  return k * ln2_high - ((half_square - tail) - f);
}

}  // namespace detail

/// e^x. Error at most 1 ulp. 0 below -745.2, infinity above 709.8.
constexpr double exp(double x) noexcept {
  const detail::ExpParts parts = detail::exp_parts(detail::clamp(x, -746.0, 710.0));
  return detail::scale(1.0 + parts.expm1_r, parts.k);
}

/// e^x - 1, exact to the last digits also near 0. Error at most 2 ulp.
constexpr double expm1(double x) noexcept {
  if (x == 0.0) return x;
  const detail::ExpParts parts = detail::exp_parts(detail::clamp(x, -40.0, 710.0));
  const double whole = 1.0 - detail::power_of_two(parts.k > 1022 ? -1022 : -parts.k);
  return detail::scale(whole + parts.expm1_r, parts.k);
}

/// 2^x. Error at most 1.2 ulp; exact for whole x.
constexpr double exp2(double x) noexcept {
  constexpr double rest[] = {
      0.2402265069591007123,    0.05550410866482159434,   0.009618129107628477874,
      0.001333355814641693531,  0.0001540353039337591333, 0.00001525273382983611839,
      1.321548680290393109e-6,  1.017806244584577352e-7,  7.054899956372648703e-9,
      4.454960598186518394e-10, 2.572508057683635949e-11};
  const double bounded = detail::clamp(x, -1080.0, 1030.0);
  const double shifted = bounded + detail::to_integer;
  const double r = bounded - (shifted - detail::to_integer);
  const double y = 1.0 + (r * detail::ln2 + r * r * detail::polynomial(r, rest));
  return detail::scale(y, detail::integer_in(shifted));
}

/// Natural logarithm. Error at most 1 ulp. -infinity at 0, NaN below.
constexpr double log(double x) noexcept {
  const bool ordinary = x > 0.0 && x < detail::infinity;
  const double value = detail::log_of_positive(ordinary ? x : 1.0);
  const double otherwise = x == 0.0 ? -detail::infinity : (x < 0.0 ? detail::nan : x);
  return ordinary ? value : otherwise;
}

/// log(1 + x), exact to the last digits also near 0. Error at most 2 ulp. -infinity at -1, NaN
/// below.
constexpr double log1p(double x) noexcept {
  const double y = 1.0 + x;
  if (x == 0.0 || !(y > 0.0 && y < detail::infinity)) return x == 0.0 ? x : log(y);
  const double lost = x < 1.0 ? x - (y - 1.0) : 1.0 - (y - x);
  return detail::log_of_positive(y) + lost / y;
}

/// 1 / (1 + e^-x). Error at most 3 ulp, also in the far tails.
constexpr double logistic(double x) noexcept {
  const double e = exp(x < 0.0 ? x : -x);
  return (x < 0.0 ? e : 1.0) / (1.0 + e);
}

/// Probability that a standard normal variable is at most x. Error at most 8 ulp, also in the far
/// lower tail.
double normal_cdf(double x) noexcept;

/// The x with normal_cdf(x) = p: the inverse. Error at most 7 ulp. -infinity at 0, infinity at 1,
/// NaN outside [0, 1].
double normal_quantile(double p) noexcept;

}  // namespace clout::portable
