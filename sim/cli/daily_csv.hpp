// Daily counts as a CSV file, one row per arm, replicate, day and tier or brand.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/replicate.hpp"

namespace clout::cli {

/// Long form: arm, replicate, day, of (tier or brand), name, measure, value. Counts are of agents;
/// trust is a mean. The file appears whole or not at all. Throws InputError if it cannot be
/// written.
void write_daily_csv(const std::string& path, const std::vector<engine::Arm>& arms,
                     const std::vector<engine::Outcome>& outcomes);

}  // namespace clout::cli
