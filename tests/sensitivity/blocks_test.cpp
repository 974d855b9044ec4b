// What a file says of its design reads back to the same.
#include "analysis/sensitivity/blocks.hpp"

#include "tests/support/catch.hpp"

using namespace clout::sensitivity;

TEST_CASE("blocks go into a text and back") {
  const std::vector<Block> blocks{
      {Method::own_settings, 1, 1}, {Method::morris, 104, 1}, {Method::variance_split, 48, 3}};
  const std::string text = blocks_text(blocks);
  CHECK(text == "own-settings:1 morris:104 variance-split:48/3");
  CHECK(blocks_of(text) == blocks);
  const auto split = find_block(blocks, Method::variance_split);
  REQUIRE(split);
  CHECK(split->first == 105);
  CHECK_FALSE(find_block(blocks, Method::sobol));
}

TEST_CASE("other designs have no blocks") {
  for (const char* text :
       {"", "grid", "morris:12", "own-settings:2", "own-settings:1 morris",
        "own-settings:1 morris:", "own-settings:1 morris:-1", "own-settings:1 morris:3x",
        "own-settings:1 split:4/0", "own-settings:1 variance-split:4/0"})
    CHECK_FALSE(blocks_of(text));
}

TEST_CASE("methods that are to be chosen have names") {
  CHECK(method_named("sobol") == Method::sobol);
  CHECK_FALSE(method_named("own-settings"));
  CHECK_FALSE(method_named("grid"));
}
