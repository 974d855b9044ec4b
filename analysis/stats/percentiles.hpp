// Intervals from resampled or drawn values.
#pragma once

#include <vector>

#include "analysis/stats/estimate.hpp"

namespace clout::stats {

/// The value with the 2.5% and 97.5% quantiles of draws as its interval. At least one draw; NaN
/// among them makes the ends NaN.
Estimate with_percentiles(double value, std::vector<double> draws);

}  // namespace clout::stats
