// Daily counts as a CSV file, one row per arm, replicate, day and tier or brand.
#pragma once

#include <string>

#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// Long form: arm, replicate, day, of (tier or brand), name, measure, value. Counts are of agents;
/// trust is a mean. One replicate is in memory at a time. The file appears whole or not at all.
/// Throws InputError if it cannot be written.
void write_daily_csv(const std::string& path, const store::OutcomeReader& outcomes);

}  // namespace clout::cli
