// Looking at growing data again and again: which replicates to look at, and what makes up for it.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/stats/stopping.hpp"

namespace clout::stats {

/// Fewer replicates say too little of the spread for any rule to stop by.
inline constexpr std::size_t least_pilot = 10;

/// Replicates that are not counted when a look asks whether an interval is narrow enough. A rule
/// that stops where the spread happens to look small stops early; so many more replicates than the
/// rule asks for make up for it (G. Simons, Ann. Math. Stat. 39, 1968). Two are enough from
/// least_pilot on: tests measure it.
inline constexpr std::size_t uncounted = 2;

struct Look {
  double mean = 0;
  double half_width = 0;   ///< of the interval, with all replicates
  bool enough = false;     ///< whether it is narrow enough, with `uncounted` fewer
  std::size_t needed = 0;  ///< replicates in all, if mean and spread stay; at most most_replicates
};

/// Looks at one value per replicate, more than `uncounted`. error_rate: of the interval, 0.05 for
/// 95%. NaN among the values is never enough.
Look look(std::span<const double> values, const WantedPrecision& wanted, double error_rate = 0.05);

/// Replicates at the next look: what is needed, but at least a tenth and two more, so that looks
/// are few and all cores have work, and at most half as many more, since a spread from few is
/// uncertain. At most `most`, which is above now.
std::size_t next_look(std::size_t now, std::size_t needed, std::size_t most);

/// Looks from the pilot to `most`, if each has half as many replicates more than the one before:
/// error_of_look needs the number before the first.
std::size_t planned_looks(std::size_t pilot, std::size_t most);

}  // namespace clout::stats
