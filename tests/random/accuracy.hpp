// Errors of functions in units in the last place, against long double: the x87's 64-bit or
// quadruple precision.
#pragma once

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"

namespace clout::testing {

static_assert(LDBL_MANT_DIG >= 64, "the reference needs more digits than double has");

/// Distance of value from exact in units of the last place that exact has as a Real; denormal
/// numbers included. Values that the type cannot hold: 0 if value is the infinity that rounding
/// gives, else infinity.
template <typename Real>
long double ulps(Real value, long double exact) {
  using Limits = std::numeric_limits<Real>;
  if (std::isinf(value) || std::fabs(exact) > static_cast<long double>(Limits::max())) {
    // A hair above the largest number still rounds down to it.
    const bool both = std::fabs(exact) > static_cast<long double>(Limits::max()) * (1 - 0x1p-20L) &&
                      std::signbit(value) == std::signbit(exact) && value >= Limits::max();
    return both ? 0.0L : std::numeric_limits<long double>::infinity();
  }
  int exponent = 0;
  std::frexp(exact, &exponent);
  const int last = std::max(exponent, Limits::min_exponent) - Limits::digits;
  return std::fabs(static_cast<long double>(value) - exact) / std::ldexp(1.0L, last);
}

/// Points of [low, high]: an even grid and as many random ones, the ends included.
template <typename Real>
std::vector<Real> dense(Real low, Real high, std::size_t count = 200'000) {
  const random::StreamKey key =
      stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::self_test);
  std::vector<Real> points{low, high};
  for (std::size_t i = 0; i < count; ++i) {
    const double even = static_cast<double>(i) / static_cast<double>(count);
    const double any = random::unit_double(random::half_block(random::draw_block(key, i, 0, 0), 0));
    for (const double fraction : {even, any}) {
      const double point =
          static_cast<double>(low) * (1.0 - fraction) + static_cast<double>(high) * fraction;
      points.push_back(static_cast<Real>(point));
    }
  }
  return points;
}

/// Every magnitude of the type from its smallest denormal to its largest number, with random
/// digits.
template <typename Real>
std::vector<Real> every_magnitude(int each = 100) {
  using Limits = std::numeric_limits<Real>;
  const random::StreamKey key =
      stream_key(random::Seed{2}, random::Replicate{0}, random::Purpose::self_test);
  std::vector<Real> points;
  for (int exponent = Limits::min_exponent - Limits::digits; exponent < Limits::max_exponent;
       ++exponent) {
    for (int i = 0; i < each; ++i) {
      const auto entity =
          static_cast<std::uint32_t>(exponent - Limits::min_exponent + Limits::digits);
      const auto bits =
          random::half_block(random::draw_block(key, entity, 0, static_cast<std::uint32_t>(i)), 0);
      const double digits = i == 0 ? 1.0 : 1.0 + random::unit_double(bits);
      const auto point = static_cast<Real>(std::ldexp(digits, exponent));
      if (point > 0 && point <= Limits::max()) points.push_back(point);
    }
  }
  return points;
}

/// The largest error of function over the points, in ulp of reference's values.
template <typename Real, typename Function, typename Reference>
double worst_ulps(const std::vector<Real>& points, Function function, Reference reference) {
  long double worst = 0.0L;
  for (const Real x : points) {
    const long double error = ulps(function(x), reference(static_cast<long double>(x)));
    if (!(error <= worst)) worst = error;
  }
  return static_cast<double>(worst);
}

}  // namespace clout::testing
