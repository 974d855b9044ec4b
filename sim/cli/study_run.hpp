// Running a study's arms, with progress, until they are done, enough or interrupted.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "sim/cli/run_until.hpp"

namespace clout::cli {

/// Runs what the writer, which has begun, does not know yet: all replicates of the study, or where
/// `stopped` has a goal those that it needs. progress: the form of RunProgress. Also stops where
/// the writer failed. Returns whether all was run.
bool run_study(const UntilStudy& study, std::optional<StoppedRun>& stopped,
               store::OutcomeWriter& writer, const std::string& progress,
               const std::stop_token& interrupted);

}  // namespace clout::cli
