#include <cmath>

#include "sim/random/portable_math.hpp"

namespace clout::portable {

namespace {

/// Rounding error of a * a, by T. J. Dekker's splitting (Numer. Math. 18, 1971). |a| < 2^500.
double square_error(double a, double square) {
  const double spread = a * 134217729.0;  // 2^27 + 1
  const double high = spread - (spread - a);
  const double low = a - high;
  return ((high * high - square) + 2.0 * high * low) + low * low;
}

/// Probability above x >= 0: e^(-x^2/2) / (x + 5) times a polynomial in (x - 5) / (x + 5).
double upper_tail(double x) {
  constexpr double mills[] = {
      0.7691930497500629586,     -0.6653825028900567004,     0.4953056159699764133,
      -0.3135331566713045447,    0.1650203661703847179,      -0.06911863870631016358,
      0.02079506679988317964,    -0.002993376770508542439,   -0.0007978693984660701054,
      0.0005448990647731298938,  -0.00005937572800991586368, -0.00004976281427058580517,
      0.00001668121374204206145, 3.980902157868041119e-6,    -2.769267095997430245e-6,
      -3.366153681012471172e-7,  4.331410356862584954e-7,    4.227499374006534838e-8,
      -6.594221662477223043e-8,  -9.313560994326059143e-9,   7.663071800760041046e-9,
      1.753048401408231981e-9,   -1.587746882747336538e-10};
  const double bounded = x > 39.0 ? 39.0 : x;  // beyond is below the smallest double
  const double square = bounded * bounded;
  const double bell = exp(-0.5 * square) * (1.0 - 0.5 * square_error(bounded, square));
  const double shifted = bounded + 5.0;
  return bell * (detail::polynomial((bounded - 5.0) / shifted, mills) / shifted);
}

// M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
// Statistics 37 (1988), PPND16: three ratios of polynomials.
constexpr double central_over[] = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                                   1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                   4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                   3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double central_under[] = {1.0,
                                    4.2313330701600911252e+1,
                                    6.8718700749205790830e+2,
                                    5.3941960214247511077e+3,
                                    2.1213794301586595867e+4,
                                    3.9307895800092710610e+4,
                                    2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
constexpr double near_over[] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                5.76949722146069140550e0,  3.64784832476320460504e0,
                                1.27045825245236838258e0,  2.41780725177450611770e-1,
                                2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double near_under[] = {1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
constexpr double far_over[] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                               1.78482653991729133580e0,  2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double far_under[] = {1.0,
                                5.99832206555887937690e-1,
                                1.36929880922735805310e-1,
                                1.48753612908506148525e-2,
                                7.86869131145613259100e-4,
                                1.84631831751005468180e-5,
                                1.42151175831644588870e-7,
                                2.04426310338993978564e-15};

/// |quantile| of a tail probability in (0, 0.075].
double tail_quantile(double tail) {
  const double r =
      std::sqrt(-detail::log_of_positive(tail));  // sqrt is exactly rounded, by IEEE 754
  if (r <= 5.0) {
    return detail::polynomial(r - 1.6, near_over) / detail::polynomial(r - 1.6, near_under);
  }
  return detail::polynomial(r - 5.0, far_over) / detail::polynomial(r - 5.0, far_under);
}

}  // namespace

double normal_cdf(double x) noexcept { return x < 0.0 ? upper_tail(-x) : 1.0 - upper_tail(x); }

double normal_quantile(double p) noexcept {
  const double from_middle = p - 0.5;
  if (from_middle >= -0.425 && from_middle <= 0.425) {
    const double r = 0.180625 - from_middle * from_middle;
    return from_middle * detail::polynomial(r, central_over) / detail::polynomial(r, central_under);
  }
  if (!(p > 0.0 && p < 1.0)) {
    return p == 0.0 ? -detail::infinity : (p == 1.0 ? detail::infinity : detail::nan);
  }
  return p < 0.5 ? -tail_quantile(p) : tail_quantile(1.0 - p);
}

}  // namespace clout::portable
