// Draws from the distributions of the model, the same bits everywhere (Boost's and the standard
// library's use libm).
//
// Where one fixed number of bits is enough the draw is a function of those bits, strictly by
// inversion: a larger fraction never gives a smaller value, and neither threads nor neighbours
// matter. Rejection methods take a KeyedEngine. Goodness of fit:
// tests/random/distributions_test.cpp.
#pragma once

#include <cstdint>

#include "sim/random/keyed_engine.hpp"
#include "sim/random/portable_math.hpp"
#include "sim/random/uniform.hpp"

namespace clout::random {

/// Standard normal by inversion; from -8.2 to 8.2.
inline double normal(std::uint64_t bits) noexcept {
  return portable::normal_quantile(open_unit_double(bits));
}

/// Normal of this mean and standard deviation (0 or more).
inline double normal(std::uint64_t bits, double mean, double deviation) noexcept {
  return mean + deviation * normal(bits);
}

/// e^Z of a normal Z with mean log_mean and standard deviation log_deviation: the median is
/// e^log_mean.
inline double log_normal(std::uint64_t bits, double log_mean, double log_deviation) noexcept {
  return portable::exp(normal(bits, log_mean, log_deviation));
}

/// Exponential of this mean (0 or more), by inversion; at most 36.7 means.
inline double exponential(std::uint64_t bits, double mean) noexcept {
  return -mean * portable::log1p(-open_unit_double(bits));
}

/// Number of failures before the first success in independent trials: how many to skip until the
/// next hit.
class SkipLength {
 public:
  /// success in [0, 1] is each trial's probability. 0 skips them all: the largest integer.
  explicit SkipLength(double success) noexcept;

  /// By inversion. Cut off at 2^64 - 1.
  std::uint64_t draw(std::uint64_t bits) const noexcept;

 private:
  double trials_per_log_;
};

/// Poisson of this mean, in [0, 1e9]. Below 10 by inversion, above by W. Hoermann's transformed
/// rejection (PTRS, Insurance: Mathematics and Economics 12, 1993).
std::uint64_t poisson(KeyedEngine& engine, double mean) noexcept;

/// Gamma of this shape (above 0) and scale (0 or more): mean shape * scale. By G. Marsaglia and W.
/// W. Tsang (ACM TOMS 26(3), 2000). Shapes under 0.01 often give values below the smallest double,
/// which are 0.
double gamma(KeyedEngine& engine, double shape, double scale) noexcept;

/// Beta of shapes a and b, both above 0: a ratio of two gammas, formed from their logarithms so
/// that small shapes do not vanish. In [0, 1]; the ends only by rounding.
double beta(KeyedEngine& engine, double a, double b) noexcept;

}  // namespace clout::random
