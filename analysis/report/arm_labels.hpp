// Which arms stand side by side, what they are called, and which of them share their luck.
#pragma once

#include <span>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::report {

/// The arms of all studies in their order. A name that two studies have is preceded by the study's
/// label.
std::vector<ComparedArm> compared_arms(std::span<const Results> studies);

}  // namespace clout::report
