// How many replicates would settle a difference that is still open.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/stats/difference.hpp"

namespace clout::stats {

/// Above this many replicates a difference is not worth settling: it counts as never.
inline constexpr std::size_t most_replicates = 100'000;

/// Chance that a study of so many replicates finds the difference.
inline constexpr double wanted_power = 0.8;

/// Power of the two-sided t test: the chance that the interval excludes 0 on the right side if mean
/// and spread are truly those of the difference. replicates >= 2 of each arm.
double power(const Difference& difference, std::size_t replicates, double error_rate = 0.05);

/// Smallest number of replicates of each arm, in all, that settles the difference with the wanted
/// power, supposing that mean and spread are those seen. None: not with most_replicates, or the
/// mean is 0 or the spread unknown.
std::optional<std::size_t> replicates_needed(const Difference& difference,
                                             double error_rate = 0.05);

}  // namespace clout::stats
