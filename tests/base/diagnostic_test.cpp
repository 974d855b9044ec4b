#include "sim/base/diagnostic.hpp"

#include "tests/support/catch.hpp"

using clout::Diagnostic;
using clout::InputError;

TEST_CASE("a diagnostic reads: place, key, problem, what is expected, what to do") {
  const Diagnostic full{{"study.toml", 12, 3, "brands[0].fit"},
                        "1.4 is too large",
                        "a number from 0 to 1",
                        "try 0.4"};
  CHECK(
      to_string(full) ==
      "study.toml:12:3: brands[0].fit: 1.4 is too large (expected a number from 0 to 1); try 0.4");
}

TEST_CASE("unknown parts of a diagnostic leave no trace") {
  CHECK(to_string(Diagnostic{{}, "nothing to read", "", ""}) == "nothing to read");
  CHECK(to_string(Diagnostic{{"a.txt"}, "empty", "", ""}) == "a.txt: empty");
  CHECK(to_string(Diagnostic{{"", 4}, "bad", "", ""}) == "line 4: bad");
}

TEST_CASE("an input error carries all diagnostics, one a line") {
  const InputError error({Diagnostic{{"a"}, "first", "", ""}, Diagnostic{{"b"}, "second", "", ""}});
  CHECK(error.diagnostics().size() == 2);
  CHECK(std::string(error.what()) == "a: first\nb: second");
}

TEST_CASE("who catches an input error can say what to do about its first problem") {
  const InputError error(
      {Diagnostic{{"a"}, "first", "", "x"}, Diagnostic{{"b"}, "second", "", ""}});
  CHECK(std::string(error.with_suggestion("do this").what()) == "a: first; do this\nb: second");
}
