#include "analysis/abc/together.hpp"

#include "tests/support/catch.hpp"

namespace abc = clout::abc;

namespace {

/// x and y of 100 draws from the prior; x + y = 99, and z free of both. Bands ask for x and y above
/// high and z below 50.
abc::MatchResult tried(double high) {
  abc::MatchResult result;
  for (const char* name : {"x", "y"})
    result.targets.push_back({.name = name, .low = high, .unit = 1});
  result.targets.push_back({.name = "z", .high = 49.5, .unit = 1});
  for (int i = 0; i < 100; ++i)
    result.evaluations.push_back({{}, {1.0 * i, 99.0 - i, 1.0 * (i * 37 % 100)}});
  result.of_prior = 100;
  result.accepted = {{60, 0.25}, {70, 0.75}};
  return result;
}

}  // namespace

TEST_CASE("targets that exclude one another are found, others are not") {
  const std::vector<abc::Conflict> found = abc::conflicts(tried(55));
  REQUIRE(found.size() == 1);
  CHECK(found[0].a == 0);
  CHECK(found[0].b == 1);
  CHECK(found[0].ever == 0);
  CHECK(found[0].together == 0);
  CHECK(found[0].expected > 20);
  CHECK(found[0].least == 10);  // 11 apart, but a miss is never above 10
  CHECK(abc::conflicts(tried(20)).empty());
}

TEST_CASE("how often a target was met") {
  const abc::MetTarget often = abc::how_often_met(tried(65), 0);
  CHECK(often.of_prior == 0.35);
  CHECK(often.tried == 35);
  CHECK(often.of_accepted == 0.75);
}
