// Candidates are independent with the same chance, however they are found.
#include "sim/engine/candidate_jumps.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"

using namespace clout;

namespace {

const auto key =
    random::stream_key(random::Seed{4}, random::Replicate{0}, random::Purpose::self_test);

std::vector<std::uint32_t> candidates(std::uint64_t entity, double chance,
                                      std::uint32_t positions) {
  std::vector<std::uint32_t> found;
  for_each_candidate(engine::candidate_jumps(key, entity, 1, 0, chance, engine::jump_scale(chance)),
                     positions, [&](std::uint32_t at, std::uint32_t) { found.push_back(at); });
  return found;
}

}  // namespace

TEST_CASE("candidates ascend, lie in the list, and come as often as their chance says") {
  constexpr std::uint32_t positions = engine::longest_jump;
  constexpr std::uint64_t lists = 60;
  for (const double chance : {0.0, 1e-4, 0.01, 0.3, 0.9, 1.0}) {
    double sum = 0;
    for (std::uint64_t list = 0; list < lists; ++list) {
      const auto found = candidates(list, chance, positions);
      sum += static_cast<double>(found.size());
      for (std::size_t n = 0; n < found.size(); ++n) {
        if (found[n] >= positions || (n > 0 && found[n] <= found[n - 1]))
          FAIL("position " << found[n]);
      }
    }
    const double trials = static_cast<double>(positions * lists);
    // Four standard errors: a false alarm of 6e-5 each.
    CHECK(std::abs(sum - trials * chance) <= 4 * std::sqrt(trials * chance * (1 - chance)));
  }
}

TEST_CASE("every position is as likely as another") {
  std::vector<int> hits(40);
  constexpr int lists = 20'000;
  for (std::uint64_t list = 0; list < lists; ++list) {
    for (const std::uint32_t at : candidates(list, 0.2, 40)) ++hits[at];
  }
  for (const int count : hits) CHECK(std::abs(count - 0.2 * lists) < 5 * std::sqrt(0.16 * lists));
}

TEST_CASE("a shorter list has the same candidates up to its end") {
  for (const double chance : {0.01, 0.5, 1.0}) {
    const auto whole = candidates(3, chance, 5000);
    const auto part = candidates(3, chance, 1700);
    REQUIRE(part.size() <= whole.size());
    for (std::size_t n = 0; n < part.size(); ++n) CHECK(part[n] == whole[n]);
    if (part.size() < whole.size()) CHECK(whole[part.size()] >= 1700);
  }
}
