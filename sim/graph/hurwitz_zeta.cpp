#include "sim/graph/hurwitz_zeta.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/contracts.hpp"

namespace clout::graph {

namespace {

// B_2j / (2j)! for j = 1, 2, ...
constexpr std::array<double, 8> bernoulli_over_factorial = {1.0 / 12,
                                                            -1.0 / 720,
                                                            1.0 / 30240,
                                                            -1.0 / 1209600,
                                                            1.0 / 47900160,
                                                            -691.0 / 1307674368000.0,
                                                            1.0 / 74724249600.0,
                                                            -3617.0 / 10670622842880000.0};

/// A number with its first two derivatives with respect to s.
struct Jet {
  double v = 0;
  double d = 0;
  double dd = 0;

  Jet& operator+=(const Jet& b) {
    v += b.v;
    d += b.d;
    dd += b.dd;
    return *this;
  }
};

Jet operator*(const Jet& a, const Jet& b) {
  return {a.v * b.v, a.d * b.v + a.v * b.d, a.dd * b.v + 2 * a.d * b.d + a.v * b.dd};
}
Jet operator*(double a, const Jet& b) { return {a * b.v, a * b.d, a * b.dd}; }

/// x^-s
Jet power(double x, double s) {
  const double log_x = std::log(x);
  const double v = std::exp(-s * log_x);
  return {v, -log_x * v, log_x * log_x * v};
}

/// 1 / (s-1)
Jet inverse(double s) {
  const double r = 1 / (s - 1);
  return {r, -r * r, 2 * r * r * r};
}

/// Terms summed one by one until the remainder's series converges fast. It needs x well above s +
/// 2j.
double first_large(double s, double q) { return std::max(q, std::ceil(s + 12)); }

}  // namespace

double hurwitz_zeta(double s, double q) {
  CLOUT_DEBUG_EXPECT(s > 1 && q >= 1);
  double sum = 0;
  double x = q;
  for (const double large = first_large(s, q); x < large; x += 1) sum += std::pow(x, -s);
  const double at_x = std::pow(x, -s);
  double rest = at_x * (x / (s - 1) + 0.5);
  double rising = s * at_x / x;  // s (s+1) ... (s+2j-2) x^(-s-2j+1)
  for (std::size_t j = 0; j < bernoulli_over_factorial.size(); ++j) {
    rest += bernoulli_over_factorial[j] * rising;
    const double k = s + 2 * static_cast<double>(j);
    rising *= (k + 1) * (k + 2) / (x * x);
  }
  return sum + rest;
}

ZetaJet hurwitz_zeta_jet(double s, double q) {
  CLOUT_DEBUG_EXPECT(s > 1 && q >= 1);
  Jet sum;
  double x = q;
  for (const double large = first_large(s, q); x < large; x += 1) sum += power(x, s);
  const Jet at_x = power(x, s);
  sum += x * (at_x * inverse(s));
  sum += 0.5 * at_x;
  Jet rising = (1 / x) * (Jet{s, 1, 0} * at_x);
  for (std::size_t j = 0; j < bernoulli_over_factorial.size(); ++j) {
    sum += bernoulli_over_factorial[j] * rising;
    const double k = s + 2 * static_cast<double>(j);
    rising = (1 / (x * x)) * (rising * (Jet{k + 1, 1, 0} * Jet{k + 2, 1, 0}));
  }
  return {sum.v, sum.d, sum.dd};
}

}  // namespace clout::graph
