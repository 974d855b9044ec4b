// A sensitivity study as points that clout sweep's machinery runs.
#pragma once

#include <span>
#include <string>

#include "analysis/sensitivity/points.hpp"
#include "sim/cli/study_memory.hpp"
#include "sim/cli/sweep_plan.hpp"

namespace clout::cli {

/// study.sweep.parameters are what varies; figure: that of the outcome, empty for the study's main
/// figure. The plan's study keeps the parameters, so that the file can be read without the
/// scenario. Throws InputError if there are more points than a sweep may have, too many parameters
/// for Sobol indices (saying how long they would take, after timing a point), or a point cannot be
/// run.
SweepPlan sensitivity_plan(const std::string& path, scenario::Scenario study,
                           std::span<const sensitivity::Method> methods,
                           const sensitivity::Sizes& sizes, const std::string& figure,
                           const StudyMemory& memory);

}  // namespace clout::cli
