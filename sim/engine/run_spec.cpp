#include "sim/engine/run_spec.hpp"

namespace clout::engine {

namespace {

using enum Provenance;

const Parameter<RunSpec> run_rows[] = {
    {{"days", "days", 1, 36500, 90, 730, assumed, "one day is one step, a year the usual run",
      "Days that are simulated and tallied."},
     &RunSpec::days},
    {{"warm_up_days", "days", 0, 3650, 14, 90, assumed, "twice the half-life of endorsement load",
      "Days simulated before day 0 without campaigns, so that load and trust have settled."},
     &RunSpec::warm_up_days},
    {{"replicates", "1", 1, 100000, 10, 200, assumed,
      "enough for an interval; the report says if more are needed",
      "Repetitions of the whole experiment with other random draws."},
     &RunSpec::replicates},
    // 2^53 - 1: the largest whole number that JSON and spreadsheets keep exact.
    {{"seed", "1", 0, 9007199254740991, 0, 0, assumed,
      "chosen by the user: a result without its seed cannot be repeated",
      "Seed of all random draws; the same seed gives the same bits on any number of threads. Must "
      "be given."},
     &RunSpec::seed},
};

const Parameter<ArmSpec> arm_rows[] = {
    {{"note", "1", 0, 0, 0, 0, assumed, "for the reader of a report",
      "What this arm stands for, in words."},
     &ArmSpec::note},
    {{"campaigns", "1", 0, 0, 0, 0, assumed, "all run unless the arm says otherwise",
      "Names of the campaigns that run in this arm; all of them if left out."},
     &ArmSpec::campaigns},
};

}  // namespace

std::span<const Parameter<RunSpec>> run_parameters() { return run_rows; }

std::span<const Parameter<ArmSpec>> arm_parameters() { return arm_rows; }

}  // namespace clout::engine
