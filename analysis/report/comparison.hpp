// Arms side by side: every figure with its interval, and how it differs from the reference arm's.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/report/figures.hpp"
#include "analysis/report/results.hpp"
#include "analysis/stats/difference.hpp"
#include "analysis/stats/effect_size.hpp"
#include "analysis/stats/estimate.hpp"
#include "analysis/stats/quantile_interval.hpp"
#include "analysis/stats/win_probability.hpp"

namespace clout::report {

/// Replicates from which a difference without any spread is taken for what it looks like.
inline constexpr std::size_t fewest_for_no_spread = 4;

/// An arm of any of the studies. Means over replicates.
struct ComparedArm {
  std::string label;  ///< its name; file:name where two studies have it
  std::string note;
  std::size_t study = 0;   ///< position among the studies
  std::size_t arm = 0;     ///< position in the study
  std::size_t family = 0;  ///< arms of one family are paired, replicate by replicate
  std::array<double, market::tiers> hired{};
  double spent_usd = 0;
  double left_over_usd = 0;
};

/// One arm's side of a figure. NaN where it is not defined or the replicates do not tell.
struct ArmFigure {
  stats::MeanInterval value;  ///< mean and 95% interval over replicates
  stats::QuantileInterval p10, median, p90;
  double below_zero = 0;  ///< chance that it is, in a further replicate; of figures that may be
  stats::MeanInterval difference;  ///< to the reference; see Comparison::comparisons
  double p_value = 0;  ///< two-sided, of no difference in the means, of this comparison alone
  double p_holm = 0;   ///< the same for all comparisons of the figure together (Holm)
  stats::EffectSize paired_effect;  ///< of that difference, Cohen's d_z
  stats::EffectSize effect;         ///< in the arms' own standard deviations, d_av
  stats::Estimate pairing_gain;     ///< see stats::pairing_gain_interval
  double beats_mean = 0;            ///< chance that its true mean is better than the reference's
  double beats_further = 0;         ///< chance that it is better in a further replicate
  stats::WinProbability win;        ///< among all arms
};

struct ComparedFigure {
  Figure figure;
  std::vector<std::vector<double>> values;  ///< by arm and replicate
  std::vector<ArmFigure> arms;              ///< empty until described
};

/// A study as far as a reader needs to know it.
struct StudyHeading {
  std::string label;
  store::StudyRecord study;
  std::size_t replicates = 0;
};

struct Comparison {
  std::vector<StudyHeading> studies;
  std::vector<ComparedArm> arms;
  std::size_t reference = 0;
  std::vector<ComparedFigure> figures;
  std::size_t judged_by = 0;  ///< the figure that the verdict is about

  /// How many differences are looked at together: their intervals are at 95% for all of them, each
  /// at 1 - 0.05 / comparisons (Bonferroni).
  std::size_t comparisons() const noexcept { return arms.size() > 1 ? arms.size() - 1 : 1; }
  double error_rate() const noexcept { return 0.05 / static_cast<double>(comparisons()); }
};

struct CompareOptions {
  std::string reference;  ///< label of an arm; empty: the first
  std::string by;         ///< name of a figure; empty: by the first campaign's objective
};

/// At least one study, each with at least one arm. Throws InputError for an arm or figure that does
/// not exist.
Comparison compare(std::span<const Results> studies, const CompareOptions& options = {});

/// Difference of two arms in a figure, turned so that more is better.
stats::Difference advantage(const Comparison& comparison, const ComparedFigure& figure,
                            std::size_t arm, std::size_t other);

/// Whether two studies share seed, days, graph and replicates, so that their arms are paired.
bool share_luck(const Results& a, const Results& b);

}  // namespace clout::report
