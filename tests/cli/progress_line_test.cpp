#include "sim/cli/progress_line.hpp"

#include "tests/support/catch.hpp"

using clout::cli::progress_text;

TEST_CASE("progress shows the part that is done and the time the rest will take") {
  CHECK(progress_text("generating", 1, 4, 10) == "generating  25%  30 s left");
  CHECK(progress_text("generating", 999, 1000, 900) ==
        "generating  99%  1 s left");  // 100% is the end
  CHECK(progress_text("generating", 4, 4, 10) == "generating 100%  0 s left");
}

TEST_CASE("no time is guessed before anything is done, nor from less than a tenth of a second") {
  CHECK(progress_text("reading", 0, 4, 10) == "reading   0%");
  CHECK(progress_text("reading", 1, 2, 0.05) == "reading  50%");
  CHECK(progress_text("reading", 0, 0, 0.05) == "reading 100%");
}
