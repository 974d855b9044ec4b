// Where the winner of a sweep over one setting flips, with intervals.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/report/sweep_summary.hpp"
#include "analysis/stats/crossing.hpp"

namespace clout::report {

/// How the values of a setting are spaced: differences or ratios.
enum class Spacing { linear, log };

struct Flip {
  std::size_t below = 0;  ///< arm that has the best mean before it
  std::size_t above = 0;  ///< and after it
  stats::Crossing at;     ///< where the two have equal means, in the setting's unit
};

/// Points by rising values of the only setting that varies; empty if there are several, or it is no
/// number.
std::vector<std::size_t> points_on_a_line(const store::SweepRecord& sweep);

/// By rising values. Between points the difference of two arms is taken for straight in the
/// setting, or in its logarithm. Empty unless one number varies.
std::vector<Flip> flips(const store::SweepRecord& sweep, const SweepSummary& summary,
                        Spacing spacing);

/// "The best mean passes from micro to star at launch budget 212k USD (95% interval 150k ..
/// 260k).": a sentence for each; empty if there is none. A mean alone does not say that either is
/// settled.
std::string flips_text(const store::SweepRecord& sweep, const std::vector<Flip>& flips);

}  // namespace clout::report
