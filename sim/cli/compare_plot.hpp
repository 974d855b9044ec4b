// A picture of a comparison.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::cli {

/// SVG on white, 900 wide: the study's question, the verdict, and a row for each arm with its mean
/// and 95% interval in the figures of compare_panels. repeat: the commands that make it again.
std::string compare_plot(const report::Comparison& comparison,
                         const std::vector<std::string>& repeat);

}  // namespace clout::cli
