// What common random numbers are worth, with what the measurement may be off by.
#pragma once

#include <span>

#include "analysis/stats/estimate.hpp"

namespace clout::stats {

/// pairing_gain with its 95% interval. Since var a + var b is half of var(a + b) + var(a - b), the
/// gain is (1 + ratio) / 2 with the ratio of the variances of sum and difference, whose interval
/// W. Morgan and E. Pitman (Biometrika 31, 1939) give for pairs: exact for normal pairs. Ends are
/// NaN with fewer than three replicates, or where all pairs differ alike. Equal sizes.
Estimate pairing_gain_interval(std::span<const double> a, std::span<const double> b);

}  // namespace clout::stats
