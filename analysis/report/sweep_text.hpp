// Where the winner of a sweep flips, in words.
#pragma once

#include <string>

#include "analysis/report/sweep_summary.hpp"

namespace clout::report {

/// Claims no more than the points show: it flips if at least two arms are settled somewhere, and it
/// does not if one arm is settled everywhere. Of the summary, figure and points are read.
SweepText sweep_text(const store::SweepRecord& sweep, const SweepSummary& summary);

}  // namespace clout::report
