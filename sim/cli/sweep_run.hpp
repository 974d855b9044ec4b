// Running the points of a sweep.
#pragma once

#include <stop_token>

#include "sim/cli/run_progress.hpp"
#include "sim/cli/study_memory.hpp"
#include "sim/cli/sweep_plan.hpp"
#include "sim/store/sweep_writer.hpp"

namespace clout::cli {

/// Runs what the writer does not know yet, point by point, and hands it over; every finished point
/// is on the disk before the next one begins. Points of equal graphs run one after another on one
/// graph. Seeds are the study's at every point: common random numbers. Returns whether all was run;
/// what is finished of the point under way is kept when stop is requested. Throws InputError,
/// before anything is run, if the largest of the graphs would not fit into memory.
bool run_sweep(const SweepPlan& plan, store::SweepWriter& writer, RunProgress& progress,
               const StudyMemory& memory, std::stop_token stop);

}  // namespace clout::cli
