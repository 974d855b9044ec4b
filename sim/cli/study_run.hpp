// Running a study's arms into its outcome file.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/outcome_writer.hpp"

namespace clout::cli {

/// Runs what the writer, which has begun, does not know yet, and makes the output of all of it.
/// progress: the form of RunProgress; kept: a graph for the file, null for none. Returns the number
/// of replicates in the output: fewer than planned if it was interrupted.
std::size_t run_study(const scenario::Scenario& study, const std::vector<engine::Arm>& arms,
                      const graph::Network& network, store::OutcomeWriter& writer,
                      const std::string& progress, const std::stop_token& interrupted,
                      const graph::FollowerGraph* kept = nullptr);

}  // namespace clout::cli
