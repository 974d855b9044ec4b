// Trust and leaving: closed forms, and bounds under any sequence of events.
#include "sim/market/trust.hpp"

#include <cmath>

#include "sim/market/unfollow.hpp"
#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("baseline trust is the logistic of its terms") {
  market::TrustSpec spec;
  spec.from_popularity = 0.05;
  const float logit = market::trust_logit(spec, 20'000, 0.5);
  CHECK(logit == Approx(-0.4 + 0.05 * std::log(20'000) + 0.2));
  CHECK(market::baseline_trust(logit, 1.2F, 0.3F) ==
        Approx(1 / (1 + std::exp(-(static_cast<double>(logit) + 0.36)))));
  CHECK(market::trust_logit(spec, 0, 0) == Approx(-0.4));
}

TEST_CASE("trust rests to its baseline from either side, by halves") {
  CHECK(market::rested(0.9F, 0.5F, 0.5F) == Approx(0.7));
  CHECK(market::rested(0.1F, 0.5F, 0.5F) == Approx(0.3));
  CHECK(market::rested(0.1F, 0.5F, 1) == Approx(0.1));
}

TEST_CASE("an advertisement that fits, or raises no suspicion, costs nothing") {
  CHECK(market::after_advertisement(0.6F, 0.1F, 0.5F, 0.2F, 0.3F) ==
        Approx(0.6 * (1 - 0.1 * 0.5 * 0.8 * 0.7)));
  CHECK(market::after_advertisement(0.6F, 0.1F, 0.5F, 1, 0) == 0.6F);
  CHECK(market::after_advertisement(0.6F, 0.1F, 0, 0, 0) == 0.6F);
}

TEST_CASE("gains end at the ceiling, and every noticed deception lowers it") {
  CHECK(market::after_gain(0.5F, 0.1F, 0.5F, 0.9F) == Approx(0.52));
  CHECK(market::after_gain(0.95F, 0.1F, 0.5F, 0.9F) == 0.95F);
  CHECK(market::ceiling_after(0.9F, 0.9F, 2) == Approx(0.729));
  CHECK(market::after_bad_experience(0.5F, 0.02F, 1) == Approx(0.49));
  CHECK(market::after_bad_experience(0.5F, 20, 1) == 0);
}

TEST_CASE("trust stays between 0 and 1 in any sequence of a thousand events at any rates") {
  const auto key =
      random::stream_key(random::Seed{5}, random::Replicate{0}, random::Purpose::self_test);
  for (std::uint32_t history = 0; history < 50; ++history) {
    float trust = 0.5F;
    for (std::uint32_t event = 0; event < 1000; ++event) {
      const auto bits = random::draw_block(key, history, event, 0);
      const float a = random::unit_float(bits[1]);
      const float b = random::unit_float(bits[2]);
      switch (bits[0] % 4) {
        case 0:
          trust = market::after_gain(trust, a, b, random::unit_float(bits[3]));
          break;
        case 1:
          trust = market::after_advertisement(trust, a, b, random::unit_float(bits[3]), 0);
          break;
        case 2:
          trust = market::rested(trust, a, b);
          break;
        default:
          trust = market::after_bad_experience(trust, a, b);
      }
      if (!(trust >= 0 && trust <= 1)) FAIL("trust " << trust << " after event " << event);
    }
  }
}

TEST_CASE("the chance to leave grows with distrust, suspicion and days, from the hazard alone") {
  const auto leave = [](float trust, float days, float K) {
    return market::leave_chance(0.0001F, 0.02F, 0.25F, 0.0015F, trust, days, K);
  };
  CHECK(leave(0.8F, 1, 0) == Approx(0.0001).epsilon(0.01));
  CHECK(leave(0.8F, 1, 1) == Approx(0.0016).epsilon(0.01));
  CHECK(leave(0.05F, 1, 0) == Approx(1 - std::exp(-0.0041)).epsilon(0.001));
  CHECK(leave(0.05F, 10, 0) == Approx(1 - std::exp(-0.041)).epsilon(0.001));
  CHECK(leave(0.25F, 1, 0) == leave(0.9F, 1, 0));
}
