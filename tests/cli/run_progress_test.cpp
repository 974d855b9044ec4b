#include "sim/cli/run_progress.hpp"

#include "tests/support/catch.hpp"

using clout::cli::run_progress_json;
using clout::cli::run_progress_text;
using clout::engine::EnsembleProgress;

TEST_CASE("the progress of a run says how far, which market, and how long by the pace so far") {
  const EnsembleProgress half{50, 100, 2, 4, 2};
  CHECK(run_progress_text(half, 30) ==
        "running  50%  replicate 2 of 2  day 50 of 100 in all arms  30 s left");
  CHECK(run_progress_text(half, 90) ==
        "running  50%  replicate 2 of 2  day 50 of 100 in all arms  1 min 30 s left");
  CHECK(run_progress_text(half, 7200) ==
        "running  50%  replicate 2 of 2  day 50 of 100 in all arms  2 h 0 min left");
  const EnsembleProgress end{100, 100, 4, 4, 2};
  CHECK(run_progress_text(end, 60) ==
        "running  100%  replicate 2 of 2  day 100 of 100 in all arms  0 s left");
}

TEST_CASE("progress for machines is one JSON object") {
  CHECK(
      run_progress_json({25, 100, 1, 4, 2}, 10) ==
      R"({"days_done":25,"days_total":100,"markets_done":1,"markets_total":4,"replicates_done":0,"replicates_total":2,"seconds_left":30.0})");
}
