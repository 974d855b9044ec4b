// Decay, memory and the fractions they are kept in.
#include <cmath>

#include "sim/market/decay.hpp"
#include "sim/market/fraction.hpp"
#include "sim/market/memory.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("what decays halves in a half-life, and parts of a time compose to the whole") {
  const market::DecayTable table(14, 100);
  CHECK(table.kept(0) == 1);
  CHECK(table.kept(14) == Approx(0.5));
  for (unsigned a = 0; a <= 50; a += 7) {
    for (unsigned b = 0; b <= 50; b += 5)
      CHECK(table.kept(a) * table.kept(b) == Approx(table.kept(a + b)).epsilon(1e-6));
  }
  CHECK(table.kept(9) == Approx(std::exp2(-9.0 / 14)).epsilon(1e-6));
}

TEST_CASE("fractions come back from 16 bits to half a unit, and stay within 0 and 1") {
  for (int n = 0; n <= 1000; ++n) {
    const float fraction = static_cast<float>(n) / 1000;
    CHECK(std::abs(market::from_units(market::to_units(fraction)) - fraction) <= 0.51F / 65535);
  }
  CHECK(market::to_units(-1) == 0);
  CHECK(market::to_units(2) == 65535);
  CHECK(market::trust_units(0) == 1);  // 0 would mean that the follower has left
  CHECK(market::from_load_units(market::load_units(3.5F)) == 3.5F);
  CHECK(market::load_units(1e9F) == 65535);
}

TEST_CASE("response peaks at the best number of exposures and never falls below nothing") {
  CHECK(market::parabola_response(10, 10) == Approx(5));
  for (float n = 0; n < 40; n += 0.5F) {
    CHECK(market::parabola_response(n, 10) <= 5.0F);
    CHECK(market::parabola_response(n, 10) >= 0);
  }
  CHECK(market::parabola_response(4, 10) == Approx(4 - 16.0 / 20));
}

TEST_CASE("an advertisement wears out by exposure and recovers in pauses") {
  float quality = 1;
  for (int n = 0; n < 10; ++n) quality = market::worn(quality, 0.05F);
  CHECK(quality == Approx(std::pow(0.95, 10)));
  CHECK(market::restored(quality, 0.5F) == Approx(1 - (1 - quality) / 2));
  CHECK(market::restored(quality, 0) == 1);
}

TEST_CASE("clutter weakens, novelty escapes it, and without clutter nothing is lost") {
  CHECK(market::clutter_factor(0.1F, 0, 1) == 1);
  CHECK(market::clutter_factor(0.1F, 9, 1) == Approx(1 - 0.1 * std::log(10.0)));
  CHECK(market::clutter_factor(0.1F, 9, 0.5F) == Approx(1 - 0.05 * std::log(10.0)));
  CHECK(market::clutter_factor(5, 1000, 1) == 0);
}

TEST_CASE("the running mean of equal weights is the mean") {
  float mean = 0.5F;
  const float values[] = {0.2F, 0.4F, 0.9F};
  for (int n = 0; n < 3; ++n) mean = market::mean_with(mean, static_cast<float>(n), values[n]);
  CHECK(mean == Approx(0.5));
}
