#include "sim/random/keyed_engine.hpp"

#include <random>
#include <vector>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using namespace clout::random;
using namespace clout::testing;

static_assert(std::uniform_random_bit_generator<KeyedEngine>);

namespace {

constexpr std::size_t draws = 100'000;
constexpr StreamKey key = stream_key(Seed{11}, Replicate{0}, Purpose::self_test);

// Both ways to use an engine: many draws of one, and the first draw of many neighbours.
template <typename Distribution>
std::vector<double> from_one_engine(Distribution distribution) {
  KeyedEngine engine(key, 5, 0);
  std::vector<double> sample(draws);
  for (double& value : sample) value = static_cast<double>(distribution(engine));
  return sample;
}

template <typename Distribution>
std::vector<double> from_neighbours(const Distribution& distribution) {
  std::vector<double> sample(draws);
  for (std::size_t entity = 0; entity < draws; ++entity) {
    Distribution fresh = distribution;
    KeyedEngine engine(key, entity, 0);
    sample[entity] = static_cast<double>(fresh(engine));
  }
  return sample;
}

template <typename Distribution, typename Check>
void check_both(const Distribution& distribution, Check p_value) {
  std::vector<double> one = from_one_engine(distribution);
  std::vector<double> many = from_neighbours(distribution);
  CHECK(p_value(one) >= alarm_level);
  CHECK(p_value(many) >= alarm_level);
}

}  // namespace

TEST_CASE("an engine hands out the words of its blocks in order, from index 0 up") {
  KeyedEngine engine(key, 9, 4);
  for (std::uint32_t index = 0; index < 3; ++index) {
    for (const std::uint32_t word : draw_block(key, 9, 4, index)) CHECK(engine() == word);
  }
  KeyedEngine later(key, 9, 4, 2);
  CHECK(later() == draw_block(key, 9, 4, 2)[0]);
}

TEST_CASE("64 bits are two words, the low one first") {
  KeyedEngine engine(key, 9, 4);
  const Block block = draw_block(key, 9, 4, 0);
  CHECK(engine.bits64() == (block[0] | std::uint64_t{block[1]} << 32));
  CHECK(engine() == block[2]);
}

TEST_CASE("Boost's uniform integers run on the engine") {
  for (const std::size_t cells : {2U, 6U, 1000U}) {
    const boost::random::uniform_int_distribution<std::uint32_t> law(
        0, static_cast<std::uint32_t>(cells - 1));
    check_both(law, [&](const std::vector<double>& sample) {
      return count_fit_p(sample, cells, [&](double) { return 1.0 / static_cast<double>(cells); });
    });
  }
}

TEST_CASE("Boost's normal distribution runs on the engine") {
  const boost::math::normal exact(3.0, 2.0);
  check_both(boost::random::normal_distribution<>(3.0, 2.0), [&](std::vector<double>& sample) {
    return kolmogorov_p(sample, [&](double x) { return cdf(exact, x); });
  });
}

TEST_CASE("Boost's binomial distribution runs on the engine") {
  const boost::math::binomial exact(40, 0.3);
  check_both(boost::random::binomial_distribution<>(40, 0.3),
             [&](const std::vector<double>& sample) {
               return count_fit_p(sample, 41, [&](double k) { return pdf(exact, k); });
             });
}

TEST_CASE("Boost's gamma distribution runs on the engine") {
  for (const double shape : {0.4, 1.0, 6.5}) {
    const boost::math::gamma_distribution<> exact(shape, 1.5);
    check_both(boost::random::gamma_distribution<>(shape, 1.5), [&](std::vector<double>& sample) {
      return kolmogorov_p(sample, [&](double x) { return cdf(exact, x); });
    });
  }
}

TEST_CASE("a wrong law is refused") {
  std::vector<double> sample = from_one_engine(boost::random::normal_distribution<>(3.0, 2.0));
  const boost::math::normal shifted(3.05, 2.0);
  CHECK(kolmogorov_p(sample, [&](double x) { return cdf(shifted, x); }) < alarm_level);
  const std::vector<double> counts =
      from_one_engine(boost::random::binomial_distribution<>(40, 0.3));
  const boost::math::binomial near(40, 0.305);
  CHECK(count_fit_p(counts, 41, [&](double k) { return pdf(near, k); }) < alarm_level);
}
