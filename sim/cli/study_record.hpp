// What an outcome file and a comparison say of a study.
#pragma once

#include <vector>

#include "sim/graph/network.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// arms: those of the study, resolved.
store::StudyRecord study_record(const scenario::Scenario& study, const graph::Network& network,
                                const std::vector<engine::Arm>& arms);

}  // namespace clout::cli
