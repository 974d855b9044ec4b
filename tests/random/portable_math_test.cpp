#include "sim/random/portable_math.hpp"

#include "tests/random/accuracy.hpp"
#include "tests/support/catch.hpp"

namespace portable = clout::portable;
using namespace clout::testing;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::vector<double> both_signs(std::vector<double> points) {
  const std::size_t count = points.size();
  for (std::size_t i = 0; i < count; ++i) points.push_back(-points[i]);
  return points;
}

long double exact_logistic(long double x) {
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}

long double exact_normal_cdf(long double x) { return std::erfc(-x / std::sqrt(2.0L)) / 2; }

// Newton's steps from the value under test, which they square the error of. Around the middle erf
// keeps the digits of p - 1/2 that erfc would lose.
long double exact_normal_quantile(long double p) {
  if (p > 0.75L) return -exact_normal_quantile(1 - p);
  long double x = portable::normal_quantile(static_cast<double>(p));
  for (int step = 0; step < 2; ++step) {
    const long double excess =
        p < 0.25L ? exact_normal_cdf(x) - p : std::erf(x / std::sqrt(2.0L)) / 2 - (p - 0.5L);
    const long double density =
        std::exp(-x * x / 2) / std::sqrt(2 * 3.14159265358979323846264338327950288L);
    const long double newton = excess / density;
    x -= newton / (1 + x * newton / 2);
  }
  return x;
}

template <typename Function>
void check_nan(Function function) {
  CHECK(std::isnan(function(not_a_number)));
  CHECK(std::isnan(function(-not_a_number)));
}

}  // namespace

TEST_CASE("exp is within 1 ulp everywhere, denormal results included") {
  const auto f = [](double x) { return portable::exp(x); };
  const auto exact = [](long double x) { return std::exp(x); };
  CHECK(worst_ulps(dense(-1.0, 1.0), f, exact) <= 1.0);
  CHECK(worst_ulps(dense(-708.0, 709.78), f, exact) <= 1.0);
  CHECK(worst_ulps(dense(-750.0, -700.0), f, exact) <= 1.0);
  CHECK(worst_ulps(both_signs(every_magnitude<double>()), f, exact) <= 1.0);
  CHECK(f(0.0) == 1.0);
  CHECK(f(-infinity) == 0.0);
  CHECK(f(infinity) == infinity);
  CHECK(f(709.79) == infinity);
  CHECK(f(-745.14) == 0.0);
  CHECK(f(-745.13) == std::numeric_limits<double>::denorm_min());
  check_nan(f);
}

TEST_CASE("exp2 is within 1.25 ulp and exact for whole numbers") {
  const auto f = [](double x) { return portable::exp2(x); };
  const auto exact = [](long double x) { return std::exp2(x); };
  CHECK(worst_ulps(dense(-1.0, 1.0), f, exact) <= 1.25);
  CHECK(worst_ulps(dense(-1080.0, 1023.99), f, exact) <= 1.25);
  CHECK(worst_ulps(both_signs(every_magnitude<double>()), f, exact) <= 1.25);
  for (int k = -1074; k < 1024; ++k) REQUIRE(f(k) == std::ldexp(1.0, k));
  CHECK(f(1024.0) == infinity);
  CHECK(f(-infinity) == 0.0);
  CHECK(f(infinity) == infinity);
  check_nan(f);
}

TEST_CASE("expm1 is within 2 ulp everywhere, above all near 0") {
  const auto f = [](double x) { return portable::expm1(x); };
  const auto exact = [](long double x) { return std::expm1(x); };
  CHECK(worst_ulps(dense(-1.0, 1.0), f, exact) <= 2.0);
  CHECK(worst_ulps(dense(-50.0, 709.78), f, exact) <= 2.0);
  CHECK(worst_ulps(both_signs(every_magnitude<double>()), f, exact) <= 2.0);
  CHECK(std::signbit(f(-0.0)));
  CHECK(f(-infinity) == -1.0);
  CHECK(f(infinity) == infinity);
  check_nan(f);
}

TEST_CASE("log is within 1 ulp everywhere, denormal arguments included") {
  const auto f = [](double x) { return portable::log(x); };
  const auto exact = [](long double x) { return std::log(x); };
  CHECK(worst_ulps(dense(0.5, 2.0), f, exact) <= 1.0);
  CHECK(worst_ulps(dense(1.0 - 1e-6, 1.0 + 1e-6), f, exact) <= 1.0);
  CHECK(worst_ulps(every_magnitude<double>(), f, exact) <= 1.0);
  CHECK(f(1.0) == 0.0);
  CHECK(f(0.0) == -infinity);
  CHECK(f(-0.0) == -infinity);
  CHECK(f(infinity) == infinity);
  CHECK(std::isnan(f(-1.0)));
  CHECK(std::isnan(f(-infinity)));
  check_nan(f);
}

TEST_CASE("log1p is within 2 ulp everywhere, above all near 0") {
  const auto f = [](double x) { return portable::log1p(x); };
  const auto exact = [](long double x) { return std::log1p(x); };
  CHECK(worst_ulps(dense(-1.0 + 1e-15, 1.0), f, exact) <= 2.0);
  CHECK(worst_ulps(dense(-1e-8, 1e-8), f, exact) <= 2.0);
  CHECK(worst_ulps(every_magnitude<double>(), f, exact) <= 2.0);
  CHECK(std::signbit(f(-0.0)));
  CHECK(f(-1.0) == -infinity);
  CHECK(f(infinity) == infinity);
  CHECK(std::isnan(f(-1.0000001)));
  check_nan(f);
}

TEST_CASE("logistic is within 3 ulp, also where it is nearly 0, and its halves mirror") {
  const auto f = [](double x) { return portable::logistic(x); };
  CHECK(worst_ulps(dense(-5.0, 5.0), f, exact_logistic) <= 3.0);
  CHECK(worst_ulps(dense(-750.0, 50.0), f, exact_logistic) <= 3.0);
  CHECK(worst_ulps(both_signs(every_magnitude<double>()), f, exact_logistic) <= 3.0);
  for (const double x : dense(0.0, 40.0, 1'000)) CHECK(std::fabs(f(x) + f(-x) - 1.0) <= 0x1p-52);
  CHECK(f(0.0) == 0.5);
  CHECK(f(-infinity) == 0.0);
  CHECK(f(infinity) == 1.0);
  check_nan(f);
}

TEST_CASE("the normal distribution function is within 8 ulp, also in the far lower tail") {
  const auto f = portable::normal_cdf;
  CHECK(worst_ulps(dense(-1.0, 1.0), f, exact_normal_cdf) <= 8.0);
  CHECK(worst_ulps(dense(-8.0, 9.0), f, exact_normal_cdf) <= 8.0);
  CHECK(worst_ulps(dense(-39.0, -8.0), f, exact_normal_cdf) <= 8.0);
  CHECK(f(0.0) == Approx(0.5).epsilon(1e-15));
  CHECK(f(-infinity) == 0.0);
  CHECK(f(infinity) == 1.0);
  check_nan(f);
}

TEST_CASE("normal quantiles are within 7 ulp for every probability") {
  const auto f = portable::normal_quantile;
  CHECK(worst_ulps(dense(0.0001, 0.9999), f, exact_normal_quantile) <= 7.0);
  CHECK(worst_ulps(dense(0.4999, 0.5001), f, exact_normal_quantile) <= 7.0);
  CHECK(worst_ulps(dense(1e-15, 1e-11), f, exact_normal_quantile) <= 7.0);
  std::vector<double> lower;
  for (const double p : every_magnitude<double>(20)) {
    if (p < 0.5) lower.push_back(p);
  }
  CHECK(worst_ulps(lower, f, exact_normal_quantile) <= 7.0);
  CHECK(f(0.5) == 0.0);
  CHECK(f(0.0) == -infinity);
  CHECK(f(1.0) == infinity);
  for (const double wrong : {-0.1, 1.1, infinity, -infinity}) CHECK(std::isnan(f(wrong)));
  check_nan(f);
}

TEST_CASE("quantiles undo the distribution function and mirror about a half") {
  for (const double x : dense(-8.0, 5.0, 20'000)) {
    // The slope of the quantile turns an ulp of p into this much of x.
    const double p = portable::normal_cdf(x);
    const double grain = p * 0x1p-49 / (std::exp(-x * x / 2) * 0.3989) + std::fabs(x) * 0x1p-49;
    REQUIRE(std::fabs(portable::normal_quantile(p) - x) <= grain);
  }
  for (int i = 1; i < 1024; ++i) {
    REQUIRE(portable::normal_quantile(i / 1024.0) == -portable::normal_quantile(1.0 - i / 1024.0));
  }
}
