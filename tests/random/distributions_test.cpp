#include "sim/random/distributions.hpp"

#include <cmath>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using namespace clout::random;
using namespace clout::testing;

namespace {

constexpr std::size_t draws = 100'000;
constexpr StreamKey key = stream_key(Seed{99}, Replicate{0}, Purpose::self_test);

/// A sample of law(engine), each draw with the engine of its own entity.
template <typename Law>
std::vector<double> sample_of(std::uint32_t time, Law law) {
  std::vector<double> sample(draws);
  for (std::size_t entity = 0; entity < draws; ++entity) {
    KeyedEngine engine(key, entity, time);
    sample[entity] = static_cast<double>(law(engine));
  }
  return sample;
}

double exact_normal_cdf(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

}  // namespace

TEST_CASE("normal draws fit the normal law") {
  auto sample = sample_of(0, [](KeyedEngine& e) { return normal(e.bits64(), -2.0, 3.0); });
  CHECK(kolmogorov_p(sample, [](double x) { return exact_normal_cdf((x + 2.0) / 3.0); }) >=
        alarm_level);
}

TEST_CASE("log-normal draws fit the log-normal law") {
  auto sample = sample_of(1, [](KeyedEngine& e) { return log_normal(e.bits64(), 0.5, 1.8); });
  CHECK(kolmogorov_p(sample, [](double x) {
          return exact_normal_cdf((std::log(x) - 0.5) / 1.8);
        }) >= alarm_level);
}

TEST_CASE("exponential draws fit the exponential law") {
  auto sample = sample_of(2, [](KeyedEngine& e) { return exponential(e.bits64(), 4.0); });
  CHECK(kolmogorov_p(sample, [](double x) { return -std::expm1(-x / 4.0); }) >= alarm_level);
}

TEST_CASE("draws by inversion stay finite and ordered at the ends of the bits") {
  constexpr std::uint64_t most = ~std::uint64_t{0};
  CHECK(normal(0) == -normal(most));
  CHECK(normal(0) == Approx(-8.2095).epsilon(1e-4));
  CHECK(exponential(0, 1.0) == Approx(0x1p-53));
  CHECK(exponential(most, 1.0) == Approx(36.7368).epsilon(1e-5));
  CHECK(log_normal(most, 0.0, 1.0) == Approx(std::exp(8.2095)).epsilon(1e-3));
}

TEST_CASE("skip lengths fit the geometric law") {
  for (const double success : {0.9, 0.3, 0.01}) {
    const SkipLength skip(success);
    const auto sample = sample_of(3, [&](KeyedEngine& e) { return skip.draw(e.bits64()); });
    const auto probability = [&](double k) { return success * std::pow(1.0 - success, k); };
    CHECK(count_fit_p(sample, 2'000, probability) >= alarm_level);
  }
}

TEST_CASE("skip lengths of rare successes fit the exponential limit") {
  const SkipLength skip(1e-9);
  auto sample = sample_of(4, [&](KeyedEngine& e) { return skip.draw(e.bits64()); });
  CHECK(kolmogorov_p(sample, [](double x) { return -std::expm1(-x * 1e-9); }) >= alarm_level);
}

TEST_CASE("a sure success skips nothing and an impossible one skips everything") {
  for (const std::uint64_t bits : {std::uint64_t{0}, std::uint64_t{1} << 63, ~std::uint64_t{0}}) {
    CHECK(SkipLength(1.0).draw(bits) == 0);
    CHECK(SkipLength(0.0).draw(bits) == ~std::uint64_t{0});
  }
  CHECK(SkipLength(1e-300).draw(~std::uint64_t{0}) == ~std::uint64_t{0});
}

TEST_CASE("Poisson draws fit the Poisson law on both sides of the change of method") {
  for (const double mean : {0.01, 0.7, 4.0, 9.99, 10.0, 10.5, 35.0, 1000.0}) {
    const auto sample = sample_of(5, [&](KeyedEngine& e) { return poisson(e, mean); });
    const boost::math::poisson exact(mean);
    INFO("mean " << mean);
    CHECK(count_fit_p(sample, 2'000, [&](double k) { return pdf(exact, k); }) >= alarm_level);
  }
}

TEST_CASE("Poisson draws of large means fit the normal limit") {
  // At 1e8 the law differs from the continuous normal by 4e-5, far below what 200 000 draws can see
  // (5e-3).
  const double mean = 1e8;
  auto sample = sample_of(6, [&](KeyedEngine& e) { return poisson(e, mean); });
  CHECK(kolmogorov_p(sample, [&](double x) {
          return exact_normal_cdf((x + 0.5 - mean) / std::sqrt(mean));
        }) >= alarm_level);
}

TEST_CASE("a Poisson mean of 0 gives 0") {
  for (std::uint64_t entity = 0; entity < 100; ++entity) {
    KeyedEngine engine(key, entity, 7);
    CHECK(poisson(engine, 0.0) == 0);
  }
}

TEST_CASE("gamma draws fit the gamma law, for shapes below 1 too") {
  for (const double shape : {0.05, 0.5, 1.0, 2.5, 100.0}) {
    auto sample = sample_of(8, [&](KeyedEngine& e) { return gamma(e, shape, 2.0); });
    const boost::math::gamma_distribution<> exact(shape, 2.0);
    INFO("shape " << shape);
    CHECK(kolmogorov_p(sample, [&](double x) { return cdf(exact, x); }) >= alarm_level);
  }
}

TEST_CASE("beta draws fit the beta law") {
  const double shapes[][2] = {{0.5, 0.5}, {1.0, 1.0}, {2.0, 5.0}, {0.1, 3.0}, {40.0, 60.0}};
  for (const auto& [a, b] : shapes) {
    auto sample = sample_of(9, [a = a, b = b](KeyedEngine& e) { return beta(e, a, b); });
    const boost::math::beta_distribution<> exact(a, b);
    INFO("shapes " << a << " and " << b);
    CHECK(kolmogorov_p(sample, [&](double x) { return cdf(exact, x); }) >= alarm_level);
  }
}

TEST_CASE("beta draws of tiny shapes split between the ends as they should") {
  // Both gammas would underflow to 0 here; a share a / (a + b) of the mass lies at 1.
  const auto sample = sample_of(10, [](KeyedEngine& e) { return beta(e, 0.0002, 0.0006); });
  double ones = 0.0;
  for (const double x : sample) {
    REQUIRE((x >= 0.0 && x <= 1.0));
    ones += x > 0.5 ? 1.0 : 0.0;
  }
  const auto n = static_cast<double>(draws);
  CHECK(normal_p((ones - n / 4) / std::sqrt(n * 3 / 16)) >= alarm_level);
}

TEST_CASE("a slightly wrong parameter is refused") {
  auto normals = sample_of(0, [](KeyedEngine& e) { return normal(e.bits64(), 0.0, 1.0); });
  CHECK(kolmogorov_p(normals, [](double x) { return exact_normal_cdf(x / 1.05); }) < alarm_level);
  const auto counts = sample_of(5, [](KeyedEngine& e) { return poisson(e, 35.0); });
  const boost::math::poisson near(35.15);
  CHECK(count_fit_p(counts, 2'000, [&](double k) { return pdf(near, k); }) < alarm_level);
}
