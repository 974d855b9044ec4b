// What an outcome file says of a study.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// Equal for studies whose replicates have the same bits. Throws InputError if a file that the
/// graph is made from cannot be read.
std::string config_sha256(scenario::Scenario study);

/// path: the scenario's file. Throws InputError if it, or the graph file it names, cannot be read
/// any more.
store::StudyRecord study_record(const std::string& path, const scenario::Scenario& study,
                                const std::vector<engine::Arm>& arms,
                                const graph::Network& network);

/// The same of a sweep, whose points may have graphs of their own: without a graph.
store::StudyRecord sweep_record(const std::string& path, const scenario::Scenario& study,
                                const std::vector<engine::Arm>& arms);

/// What figures need of a point: without texts and hashes.
store::StudyRecord point_record(const scenario::Scenario& point,
                                const std::vector<engine::Arm>& arms,
                                const graph::Network& network);

}  // namespace clout::cli
