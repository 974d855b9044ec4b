// Where curves cross.
#include "analysis/stats/crossing.hpp"

#include <cmath>

#include "sim/random/keyed_engine.hpp"
#include "sim/random/uniform.hpp"
#include "tests/support/catch.hpp"

using clout::random::Seed;
using clout::stats::crossing_between;

namespace {

const std::vector<double> positions{0, 1, 2, 3};

/// A line that is 0 at a place, each replicate shifted along.
std::vector<std::vector<double>> lines(double place, const std::vector<double>& shifts) {
  std::vector<std::vector<double>> differences;
  for (const double position : positions) {
    differences.emplace_back();
    for (const double shift : shifts) differences.back().push_back(position - place - shift);
  }
  return differences;
}

}  // namespace

TEST_CASE("the crossing of straight lines is where they cross, and shifts give its interval") {
  const auto found = crossing_between(positions, lines(1.4, {-0.1, 0, 0.1, 0}), 1, Seed{1});
  CHECK(found.at.value == Approx(1.4));
  CHECK(found.at.low >= 1.3);
  CHECK(found.at.low < 1.37);
  CHECK(found.at.high <= 1.5);
  CHECK(found.at.high > 1.43);
  CHECK(found.absent == 0);
}

TEST_CASE("the direction does not matter, and equal seeds give equal intervals") {
  auto falling = lines(1.4, {-0.1, 0, 0.1, 0});
  for (auto& at : falling) {
    for (double& value : at) value = -value;
  }
  const auto down = crossing_between(positions, falling, 1, Seed{1});
  const auto up = crossing_between(positions, lines(1.4, {-0.1, 0, 0.1, 0}), 1, Seed{1});
  CHECK(down.at.low == up.at.low);
  CHECK(down.at.high == up.at.high);
}

TEST_CASE("a crossing that may lie beyond the range has an open end") {
  const auto found = crossing_between(positions, lines(2.9, {-1, 1, -1, 1, -1, 1}), 2, Seed{1});
  CHECK(found.at.value == Approx(2.9));
  CHECK(std::isinf(found.at.high));
  CHECK(found.at.low > 1.5);
  CHECK(found.absent > 0.1);
}

TEST_CASE("one replicate has no interval") {
  CHECK(std::isnan(crossing_between(positions, lines(1.4, {0}), 1, Seed{1}).at.low));
}

TEST_CASE("intervals hold the true crossing about as often as they say") {
  constexpr int studies = 400;
  int held = 0;
  for (int study = 0; study < studies; ++study) {
    const auto key = clout::random::stream_key(Seed{7}, clout::random::Replicate{0},
                                               clout::random::Purpose::bootstrap);
    clout::random::KeyedEngine engine(key, static_cast<std::uint64_t>(study), 0);
    std::vector<double> shifts;
    for (int n = 0; n < 30; ++n) {
      // A sum of uniform draws is near enough to normal.
      double sum = 0;
      for (int k = 0; k < 4; ++k) sum += static_cast<double>(engine.bits64() >> 11) * 0x1p-53 - 0.5;
      shifts.push_back(0.5 * sum);
    }
    const auto found =
        crossing_between(positions, lines(1.5, shifts), 1, Seed{static_cast<std::uint64_t>(study)});
    held += found.at.low <= 1.5 && 1.5 <= found.at.high ? 1 : 0;
  }
  CHECK(held >= 0.90 * studies);
  CHECK(held <= 0.98 * studies);
}
