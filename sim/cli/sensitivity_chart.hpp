// What each method of a sensitivity study found, drawn in the style of reports.
#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/summary.hpp"
#include "sim/cli/sweep_chart.hpp"

namespace clout::cli {

/// Settings of a chart; the first ones where there are more.
inline constexpr std::size_t most_charted_settings = 16;

/// Empty pictures where the method was not run. sweep and found must be of the same file.
SweepChart tornado_chart(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found);
SweepChart morris_chart(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found);
SweepChart sobol_chart(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found);
SweepChart pawn_chart(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found);
SweepChart split_chart(const sensitivity::Sensitivity& found);

}  // namespace clout::cli
