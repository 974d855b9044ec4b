#include "analysis/abc/proposal.hpp"

#include <cmath>

#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

namespace abc = clout::abc;
namespace draws = clout::random;

TEST_CASE("places are reflected at both ends") {
  const auto near = [](double a, double b) { return std::abs(a - b) < 1e-12; };
  CHECK(near(abc::reflected(0.3), 0.3));
  CHECK(near(abc::reflected(-0.3), 0.3));
  CHECK(near(abc::reflected(1.2), 0.8));
  CHECK(near(abc::reflected(2.4), 0.4));
  CHECK(near(abc::reflected(-1.4), 0.6));
  CHECK(near(abc::reflected(3.7), 0.3));
}

TEST_CASE("accepting every proposal leaves the uniform distribution as it is") {
  // What a symmetric proposal means for a uniform prior. Walks of 25 steps from uniform starts.
  const draws::StreamKey stream =
      draws::stream_key(draws::Seed{1}, draws::Replicate{0}, draws::Purpose::self_test);
  constexpr std::size_t walks = 20'000;
  std::vector<abc::Places> population;
  for (std::uint32_t i = 0; i < 12; ++i)
    population.push_back({i / 12.0, std::fmod(i * 0.37, 1.0), std::fmod(i * 0.61, 1.0)});
  std::vector<int> parts(10, 0);
  for (std::size_t w = 0; w < walks; ++w) {
    draws::KeyedEngine engine(stream, w, 0);
    abc::Places at(3);
    for (double& place : at) place = draws::unit_double(engine.bits64());
    for (int step = 0; step < 25; ++step) at = abc::proposal(at, population, engine);
    ++parts[static_cast<std::size_t>(std::min(at[0], 0.9999) * 10)];
  }
  double chi_square = 0;
  for (const int count : parts) chi_square += std::pow(count - walks / 10.0, 2) / (walks / 10.0);
  CHECK(chi_square < 60);  // 9 degrees of freedom: above that once in 1e9
}
