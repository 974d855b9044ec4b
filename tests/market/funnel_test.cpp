// Consideration, choice and word of mouth.
#include "sim/market/funnel.hpp"

#include <cmath>
#include <vector>

#include "sim/market/word_of_mouth.hpp"
#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("a brand of which nothing is known scores nothing, and a poor match does harm") {
  const market::AppraisalWeights weights{2, 1, 0.4F, 1, 0.5F, 1};
  CHECK(market::score(weights, {}) == 0);
  market::Appraisal poor;
  poor.fit = 0.1F;
  CHECK(market::score(weights, poor) < 0);
  CHECK(market::score(weights, {0.8F, 0.6F, 3, 0.5F, 0.2F, 0.1F}) ==
        Approx(2 * 0.3 + 0.1 + 1.2 + 0.5 - 0.1 - 0.1));
}

TEST_CASE("choices are those of a multinomial logit with an outside option") {
  // 50,000 draws: standard error below 0.0023.
  const auto key =
      random::stream_key(random::Seed{3}, random::Replicate{0}, random::Purpose::self_test);
  const std::vector<float> utilities{-1, 0.5F, 1};
  double sum = std::exp(0.2);
  for (const float utility : utilities) sum += std::exp(static_cast<double>(utility));
  std::vector<int> chosen(4);
  constexpr int draws = 50'000;
  for (std::uint32_t n = 0; n < draws; ++n) {
    const float u = random::unit_float(random::draw_block(key, n, 0, 0)[0]);
    ++chosen[static_cast<std::size_t>(market::choose(utilities, 0.2F, u) + 1)];
  }
  CHECK(chosen[0] / double{draws} == Approx(std::exp(0.2) / sum).margin(0.01));
  for (std::size_t b = 0; b < utilities.size(); ++b)
    CHECK(chosen[b + 1] / double{draws} ==
          Approx(std::exp(static_cast<double>(utilities[b])) / sum).margin(0.01));
}

TEST_CASE("extreme utilities decide the choice and do not overflow") {
  CHECK(market::choose(std::vector<float>{200}, 0, 0.999F) == 0);
  CHECK(market::choose(std::vector<float>{-200}, 0, 0) == -1);
  CHECK(market::choose(std::vector<float>{500, 100}, 0, 0.5F) == 0);
  CHECK(market::choose(std::vector<float>{}, 0, 0.5F) == -1);
}

TEST_CASE("adoption by hearsay reduces to independent contacts, and is spoilt by bad reports") {
  CHECK(market::adoption_chance(0.9F * 0.9F, 2, 0, 1.5F) == Approx(0.19));
  CHECK(market::adoption_chance(0.9F, 1, 1, 1.5F) == Approx(0.1 * 0.25));
  CHECK(market::adoption_chance(0.9F, 1, 3, 1.5F) == 0);
  CHECK(market::adoption_chance(1, 0, 0, 1.5F) == 0);
  CHECK(market::adoption_chance(1, 0, 4, 1.5F) == 0);
  CHECK(market::imitation_chance(0.02F, 0.5F, 1) == Approx(0.02));
  CHECK(market::imitation_chance(0.02F, 0.5F, 0) == Approx(0.01));
  CHECK(market::balance(0, 0, 1.5F) == 0);
  CHECK(market::balance(3, 3, 1.5F) < 0);
}
