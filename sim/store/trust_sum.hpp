// Sums of trust and suspicion, which the engine counts in 1/65535, as the numbers that a reader of
// the file expects; and exactly back.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/base/contracts.hpp"

namespace clout::store {

inline constexpr double units_per_one = 65535.0;

/// The sum in units of one. Exact to bring back below 2^50 units, that is 17 billion follows.
inline double share_of(std::int64_t units) { return static_cast<double>(units) / units_per_one; }

inline std::int64_t units_of(double share) { return std::llround(share * units_per_one); }

/// Mean over count; NaN, and a sum of 0, if there are none.
inline double mean_of_sum(std::int64_t units, std::int64_t count) {
  if (count == 0) {
    CLOUT_EXPECT(units == 0);
    return std::numeric_limits<double>::quiet_NaN();
  }
  return share_of(units) / static_cast<double>(count);
}

inline std::int64_t sum_of_mean(double mean, std::int64_t count) {
  return count == 0 ? 0 : units_of(mean * static_cast<double>(count));
}

}  // namespace clout::store
