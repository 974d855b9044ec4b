// What an outcome file says of a study.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// path: the scenario's file. Throws InputError if it, or the graph file it names, cannot be read
/// any more.
store::StudyRecord study_record(const std::string& path, const scenario::Scenario& study,
                                const std::vector<engine::Arm>& arms,
                                const graph::Network& network);

}  // namespace clout::cli
