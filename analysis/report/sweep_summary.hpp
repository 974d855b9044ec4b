// Who wins at which point of a sweep, and where that flips.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/figures.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::report {

/// A chance from which a winner is taken for settled.
inline constexpr double settled_chance = 0.95;

/// The arms at one point, by one figure.
struct PointSummary {
  std::vector<stats::MeanInterval> arms;  ///< mean and 95% interval over replicates
  std::vector<double> chance;             ///< that the arm's true mean is the best; NaN: unknown
  std::optional<std::size_t> best;  ///< arm with the best mean; none: not defined for any, or tied
  bool tied = false;                ///< several arms have the best mean

  bool settled() const noexcept { return best && chance[*best] >= settled_chance; }
};

/// Whether the winner flips and where, in full sentences without a line break.
struct SweepText {
  std::string answer;     ///< who has the best mean at how many points, and whether that flips
  std::string where;      ///< the bound on one setting that tells where; empty: no flip is shown
  std::string certainty;  ///< ties, and what "settled" is; may be empty

  std::string all() const;  ///< one after the other
};

struct SweepSummary {
  Figure figure;
  std::vector<PointSummary> points;
  SweepText said;
  std::string text;  ///< all that is said
};

/// Values of a figure of an arm at a point, one per replicate.
std::vector<double> replicates_of(const store::SweepRecord& sweep, const store::SweepFigure& figure,
                                  std::size_t point, std::size_t arm);

/// by: name of a figure; empty: that of the sweep. All arms of a point share their luck, so chances
/// are those of paired arms. Throws InputError if there is no such figure.
SweepSummary summarize(const store::SweepRecord& sweep, const std::string& by = "");

}  // namespace clout::report
