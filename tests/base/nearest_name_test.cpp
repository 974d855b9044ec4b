#include "sim/base/nearest_name.hpp"

#include <array>

#include "tests/support/catch.hpp"

using clout::edit_distance;
using clout::nearest_name;

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps of neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("budget", "buget") == 1);
  CHECK(edit_distance("budget", "bugdet") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("BUDGET", "budget") == 0);
}

TEST_CASE("edit distance is symmetric and obeys the ends of the names") {
  const std::array<std::string, 5> names{"a", "trust", "rust", "reach", "relatability"};
  for (const auto& a : names) {
    for (const auto& b : names) CHECK(edit_distance(a, b) == edit_distance(b, a));
  }
}

TEST_CASE("the nearest name is offered only when it is near") {
  const std::array<std::string, 3> keys{"budget", "cadence", "creative"};
  CHECK(nearest_name("buget", keys) == "budget");
  CHECK(nearest_name("cadance", keys) == "cadence");
  CHECK_FALSE(nearest_name("wholesale", keys).has_value());
}
