#include <limits>

#include "sim/cli/csv_field.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "tests/support/catch.hpp"

using namespace clout::cli;

TEST_CASE("lines break at blanks, fill their width and are indented after the first") {
  CHECK(wrapped("one two three four", 9) == "one two\nthree\nfour\n");
  CHECK(wrapped("one two three four", 9, 2) == "one two\n  three\n  four\n");
  CHECK(wrapped("a b", 3) == "a b\n");
  CHECK(wrapped("  a \n b ", 9) == "a b\n");
  CHECK(wrapped("", 9).empty());
  CHECK(wrapped("unbreakable b", 5) == "unbreakable\nb\n");
}

TEST_CASE("fields of CSV are quoted where they must be, and numbers read back to the same") {
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(std::stod(csv_field(0.1 + 0.2)) == 0.1 + 0.2);
  CHECK(csv_field(std::numeric_limits<double>::quiet_NaN()).empty());
}
