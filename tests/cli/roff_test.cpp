#include "sim/cli/roff.hpp"

#include "tests/support/catch.hpp"

using clout::cli::roff;
using clout::cli::roff_of_footer;

TEST_CASE("text keeps nothing that roff would read as its own") {
  CHECK(roff("plain") == "plain");
  CHECK(roff(".TH a.b\n'quoted'\nc") == "\\&.TH a.b\n\\&'quoted'\nc");
  CHECK(roff("--seed \\n") == "\\-\\-seed \\en");
}

TEST_CASE("examples of a footer keep their lines, remarks are filled") {
  CHECK(roff_of_footer("Examples:\n  one\n  two\n\nRemark\ngoes on.") ==
        ".nf\n  one\n  two\n.fi\n.PP\nRemark\ngoes on.\n");
  CHECK(roff_of_footer("Examples:\n  one\nRemark.") == ".nf\n  one\n.fi\n.PP\nRemark.\n");
  CHECK(roff_of_footer("Remark.\n  one\n") == "Remark.\n.PP\n.nf\n  one\n.fi\n");
  CHECK(roff_of_footer("").empty());
}
