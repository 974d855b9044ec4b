// Where the winner of a sweep flips, in words.
#pragma once

#include <string>

#include "analysis/report/sweep_summary.hpp"

namespace clout::report {

/// Full sentences that claim no more than the points show. summary.text is not read.
std::string sweep_text(const store::SweepRecord& sweep, const SweepSummary& summary);

}  // namespace clout::report
