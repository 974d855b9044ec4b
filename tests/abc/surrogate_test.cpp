#include "analysis/abc/surrogate.hpp"

#include <cmath>
#include <numeric>

#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

namespace abc = clout::abc;
namespace draws = clout::random;

namespace {

const std::vector<abc::Target> targets = {{.name = "bowl", .low = 0, .high = 0.2, .unit = 0.1},
                                          {.name = "plane", .low = 1, .unit = 1}};

/// A bowl in the first place and a plane in both; the bowl is not defined where the second is high.
std::vector<double> statistics(const abc::Places& at) {
  const double bowl = (at[0] - 0.3) * (at[0] - 0.3);
  return {at[1] > 0.9 ? std::nan("") : bowl, 3 * at[0] - at[1]};
}

struct Sample {
  std::vector<abc::Places> places;
  std::vector<abc::Evaluation> evaluations;
  std::vector<std::size_t> all;
};

Sample sample(std::size_t count) {
  const draws::StreamKey stream =
      draws::stream_key(draws::Seed{4}, draws::Replicate{0}, draws::Purpose::self_test);
  Sample made;
  for (std::size_t i = 0; i < count; ++i) {
    const draws::Block bits = draws::draw_block(stream, i, 0, 0);
    made.places.push_back({draws::unit_double(bits[0]), draws::unit_double(bits[1])});
    const std::vector<double> values = statistics(made.places.back());
    made.evaluations.push_back({{}, values, abc::distance(targets, values)});
  }
  made.all.resize(count);
  std::iota(made.all.begin(), made.all.end(), 0);
  return made;
}

}  // namespace

TEST_CASE("parabolas and planes are guessed where they were never seen") {
  const Sample seen = sample(300);
  const abc::Surrogate surrogate(targets, seen.places, seen.evaluations, seen.all);
  for (const abc::Places& at : {abc::Places{0.15, 0.4}, {0.75, 0.2}, {0.95, 0.5}}) {
    const double truth = abc::distance(targets, statistics(at));
    CHECK(std::abs(surrogate.distance(at) - truth) < 0.1);
  }
}

TEST_CASE("the error is that of the guesses, and what failed does not count") {
  Sample seen = sample(300);
  const abc::Surrogate surrogate(targets, seen.places, seen.evaluations, seen.all);
  // What is not known cannot be guessed wrongly.
  CHECK(surrogate.error() < 0.2);
  for (abc::Evaluation& each : seen.evaluations) {
    if (std::isnan(each.statistics[0])) each = {{}, {}, INFINITY};
  }
  const abc::Surrogate without(targets, seen.places, seen.evaluations, seen.all);
  CHECK(without.error() < 0.2);
}

TEST_CASE("a few evaluations are enough to guess something") {
  const Sample seen = sample(2);
  const abc::Surrogate surrogate(targets, seen.places, seen.evaluations, seen.all);
  CHECK(std::isfinite(surrogate.distance({0.5, 0.5})));
}
