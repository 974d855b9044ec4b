#include "sim/random/distributions.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "sim/base/contracts.hpp"

namespace clout::random {

namespace {

// sqrt is exactly rounded by IEEE 754; all else here comes from portable_math.hpp.

constexpr double small_poisson_mean = 10.0;

/// log(k!) for whole k >= 0: products below 10, from there Stirling's series to 1e-12.
double log_factorial(double k) noexcept {
  constexpr std::array<double, 10> factorial{1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880};
  if (k < 10.0) return portable::log(factorial[static_cast<std::size_t>(k)]);
  constexpr double half_log_two_pi = 0.918938533204672741780;
  const double inverse = 1.0 / k;
  const double square = inverse * inverse;
  const double series =
      inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
  return (k + 0.5) * portable::log(k) - k + half_log_two_pi + series;
}

std::uint64_t poisson_by_inversion(double fraction, double mean) noexcept {
  constexpr std::uint64_t beyond =
      100;  // P(X >= 100) < 1e-60 for means up to 10: only rounding gets there
  double probability = portable::exp(-mean);
  std::uint64_t k = 0;
  while (fraction >= probability && k < beyond) {
    fraction -= probability;
    ++k;
    probability *= mean / static_cast<double>(k);
  }
  return k;
}

std::uint64_t poisson_by_rejection(KeyedEngine& engine, double mean) noexcept {
  const double b = 0.931 + 2.53 * std::sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double log_inverse_alpha = portable::log(1.1239 + 1.1328 / (b - 3.4));
  const double sure = 0.9277 - 3.6224 / (b - 2.0);
  const double log_mean = portable::log(mean);
  for (;;) {
    const double u = open_unit_double(engine.bits64()) - 0.5;
    const double v = open_unit_double(engine.bits64());
    const double room = 0.5 - (u < 0.0 ? -u : u);
    const double x = (2.0 * a / room + b) * u + mean + 0.43;
    if (x < 0.0 || x >= 0x1p53 || (room < 0.013 && v > room)) continue;
    const auto k = static_cast<std::uint64_t>(x);
    if (room >= 0.07 && v <= sure) return k;
    const auto whole = static_cast<double>(k);
    const double log_ratio =
        portable::log(v) + log_inverse_alpha - portable::log(a / (room * room) + b);
    if (log_ratio <= whole * log_mean - mean - log_factorial(whole)) return k;
  }
}

/// A gamma variate of scale 1 as value * e^log_factor: the factor is far below 1 for small shapes.
struct GammaParts {
  double value;
  double log_factor;
};

GammaParts gamma_parts(KeyedEngine& engine, double shape) noexcept {
  CLOUT_DEBUG_EXPECT(shape > 0.0);
  // Shapes below 1: a gamma of shape + 1 times a power of a fraction.
  const bool raised = shape < 1.0;
  const double log_factor = raised ? portable::log(open_unit_double(engine.bits64())) / shape : 0.0;
  const double d = (raised ? shape + 1.0 : shape) - 1.0 / 3.0;
  const double c = 1.0 / std::sqrt(9.0 * d);
  for (;;) {
    const double x = normal(engine.bits64());
    const double u = open_unit_double(engine.bits64());
    const double root = 1.0 + c * x;
    if (root <= 0.0) continue;
    const double v = root * root * root;
    const double square = x * x;
    const bool clearly = u < 1.0 - 0.0331 * square * square;
    if (clearly || portable::log(u) < 0.5 * square + d * (1.0 - v + portable::log(v))) {
      return {d * v, log_factor};
    }
  }
}

}  // namespace

SkipLength::SkipLength(double success) noexcept : trials_per_log_(1.0 / portable::log1p(-success)) {
  CLOUT_DEBUG_EXPECT(success >= 0.0 && success <= 1.0);
}

std::uint64_t SkipLength::draw(std::uint64_t bits) const noexcept {
  // P(skip >= n) = (1 - success)^n, so the skip is log(fraction) / log(1 - success), rounded down.
  const double trials = portable::log1p(-open_unit_double(bits)) * trials_per_log_;
  return trials < 0x1p64 ? static_cast<std::uint64_t>(trials) : ~std::uint64_t{0};
}

std::uint64_t poisson(KeyedEngine& engine, double mean) noexcept {
  CLOUT_DEBUG_EXPECT(mean >= 0.0 && mean <= 1e9);
  if (mean < small_poisson_mean) return poisson_by_inversion(unit_double(engine.bits64()), mean);
  return poisson_by_rejection(engine, mean);
}

double gamma(KeyedEngine& engine, double shape, double scale) noexcept {
  const GammaParts parts = gamma_parts(engine, shape);
  return scale * (parts.value * (shape < 1.0 ? portable::exp(parts.log_factor) : 1.0));
}

double beta(KeyedEngine& engine, double a, double b) noexcept {
  const GammaParts x = gamma_parts(engine, a);
  const GammaParts y = gamma_parts(engine, b);
  const double log_odds =
      (portable::log(x.value) - portable::log(y.value)) + (x.log_factor - y.log_factor);
  return portable::logistic(log_odds);
}

}  // namespace clout::random
