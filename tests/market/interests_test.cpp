// Interests and relatability against vectors over all niches.
#include "sim/market/interests.hpp"

#include <array>
#include <cmath>

#include "sim/market/relatability.hpp"
#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using market::Interests;

namespace {

constexpr std::uint32_t niches = 5;

std::array<double, niches> vector_of(const Interests& who) {
  std::array<double, niches> weights{};
  weights[index(who.home)] += who.focus / 240.0;
  weights[index(who.second)] += 1 - who.focus / 240.0;
  return weights;
}

Interests random_interests(std::uint32_t number) {
  const auto key =
      random::stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::self_test);
  const auto bits = random::draw_block(key, number, 0, 0);
  return {static_cast<NicheId>(random::below(bits[0], std::uint32_t{niches})),
          static_cast<NicheId>(random::below(bits[1], std::uint32_t{niches})),
          static_cast<std::uint8_t>(120 + random::below(bits[2], 121U))};
}

}  // namespace

TEST_CASE("distance and weight are those of the vectors, also where both niches are one") {
  for (std::uint32_t n = 0; n < 500; ++n) {
    const Interests x = random_interests(2 * n);
    const Interests y = random_interests(2 * n + 1);
    const auto a = vector_of(x);
    const auto b = vector_of(y);
    double squared = 0;
    for (std::size_t k = 0; k < niches; ++k) {
      squared += (a[k] - b[k]) * (a[k] - b[k]);
      CHECK(market::interest_in(x, static_cast<NicheId>(k)) == Approx(a[k]).margin(1e-6));
    }
    CHECK(market::squared_distance_units(x, y) / 57600.0 == Approx(squared).margin(1e-9));
    CHECK(market::squared_distance_units(x, y) == market::squared_distance_units(y, x));
    CHECK(market::squared_distance_units(x, x) == 0);
  }
}

TEST_CASE("similarity is the exponential of the distance to the table's step") {
  const market::SimilarityTable similarity(0.5);
  for (std::uint32_t n = 0; n < 500; ++n) {
    const Interests x = random_interests(2 * n);
    const Interests y = random_interests(2 * n + 1);
    const double squared = market::squared_distance_units(x, y) / 57600.0;
    // A step of the squared distance is 64 / 240^2; its exponent changes by twice that at width
    // 1/2.
    CHECK(similarity(x, y) == Approx(std::exp(-squared / 0.5)).margin(0.0023));
    CHECK(similarity(x, x) == 1);
  }
}

TEST_CASE("appeal and focus fall with the audience, and size can be switched off") {
  market::RelatabilitySpec spec;
  spec.audience_scale = 50'000;
  spec.audience_exponent = 0.25;
  CHECK(market::appeal(spec, 50'000, 0.8) == Approx(0.8 * std::pow(2, -0.25)));
  CHECK(market::focus_of(spec, 0, 0.9) == Approx(0.9));
  CHECK(market::focus_of(spec, 5e6, 0.9) == Approx(0.5 + 0.4 * std::pow(101, -0.25)));
  spec.audience_exponent = 0;
  CHECK(market::appeal(spec, 1e9, 0.8) == Approx(0.8));
  CHECK(market::to_focus(0.2) == 120);
  CHECK(market::to_focus(1.5) == 240);
}
