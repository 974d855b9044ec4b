#include "sim/random/portable_math_float.hpp"

#include "tests/random/accuracy.hpp"
#include "tests/support/catch.hpp"

namespace portable = clout::portable;
using namespace clout::testing;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

// Every 1021st float between two: numbers of all magnitudes. 1021 is prime, so last digits vary.
std::vector<float> every_1021st(float low, float high) {
  std::vector<float> points;
  for (auto bits = std::bit_cast<std::uint32_t>(low); bits <= std::bit_cast<std::uint32_t>(high);
       bits += 1021) {
    points.push_back(std::bit_cast<float>(bits));
  }
  return points;
}

std::vector<float> negated(std::vector<float> points) {
  for (float& x : points) x = -x;
  return points;
}

constexpr float smallest = std::numeric_limits<float>::denorm_min();
constexpr float largest = std::numeric_limits<float>::max();

// The references are double, whose error of 1e-9 float ulps does not show.
double exact_logistic(long double wide) {
  const auto x = static_cast<double>(wide);
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}

}  // namespace

TEST_CASE("float exp is within 1 ulp over all floats") {
  const auto f = [](float x) { return portable::exp(x); };
  const auto exact = [](long double x) { return std::exp(static_cast<double>(x)); };
  CHECK(worst_ulps(every_1021st(smallest, 88.72F), f, exact) <= 1.0);
  CHECK(worst_ulps(negated(every_1021st(smallest, largest)), f, exact) <= 1.0);
  CHECK(f(0.0F) == 1.0F);
  CHECK(f(88.73F) == infinity);
  CHECK(f(-104.0F) == 0.0F);
  CHECK(f(infinity) == infinity);
  CHECK(f(-infinity) == 0.0F);
  CHECK(std::isnan(f(not_a_number)));
}

TEST_CASE("float log is within 1 ulp over all floats") {
  const auto f = [](float x) { return portable::log(x); };
  const auto exact = [](long double x) { return std::log(static_cast<double>(x)); };
  CHECK(worst_ulps(every_1021st(smallest, largest), f, exact) <= 1.0);
  CHECK(worst_ulps(dense(0.9F, 1.1F), f, exact) <= 1.0);
  CHECK(f(1.0F) == 0.0F);
  CHECK(f(0.0F) == -infinity);
  CHECK(f(infinity) == infinity);
  CHECK(std::isnan(f(-1.0F)));
  CHECK(std::isnan(f(-infinity)));
  CHECK(std::isnan(f(not_a_number)));
}

TEST_CASE("float logistic is within 3 ulp over all floats") {
  const auto f = [](float x) { return portable::logistic(x); };
  CHECK(worst_ulps(every_1021st(smallest, largest), f, exact_logistic) <= 3.0);
  CHECK(worst_ulps(negated(every_1021st(smallest, largest)), f, exact_logistic) <= 3.0);
  CHECK(f(0.0F) == 0.5F);
  CHECK(f(infinity) == 1.0F);
  CHECK(f(-infinity) == 0.0F);
  CHECK(std::isnan(f(not_a_number)));
}
