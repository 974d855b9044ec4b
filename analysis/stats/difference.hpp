// How far apart two arms are: pairs of replicates where they share their luck, Welch where not.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/stats/mean_interval.hpp"

namespace clout::stats {

/// Whether replicate r of one arm shares seed and graph with replicate r of the other.
enum class Design { paired, unpaired };

/// Mean difference a - b, what it may be off by, and what a further replicate may be off by.
/// Everything but the mean is NaN with fewer than two replicates on a side.
struct Difference {
  double mean = 0;
  double error = 0;            ///< standard error of the mean
  double degrees = 0;          ///< of freedom of the error
  double spread = 0;           ///< standard deviation of one replicate's difference
  double further_error = 0;    ///< of predicting a further replicate's difference by the mean
  double further_degrees = 0;  ///< of freedom of that
  std::size_t count = 0;       ///< replicates of the arm that has fewer
  Design design = Design::paired;
};

/// a[i] - b[i], replicate by replicate (Student). Equal sizes.
Difference paired_difference(std::span<const double> a, std::span<const double> b);

/// Mean of a less mean of b, independent samples of unequal variance (B. L. Welch, Biometrika 34,
/// 1947).
Difference welch_difference(std::span<const double> a, std::span<const double> b);

/// Interval of the mean difference. error_rate in (0, 1): 0.05 for 95%; divided by the number of
/// comparisons for intervals that hold together (Bonferroni).
MeanInterval interval(const Difference& difference, double error_rate = 0.05);

/// Probability that the true mean difference is above 0: Student's t of mean / error, the posterior
/// under the usual uninformative prior. 1/2 where both samples are the same throughout.
double chance_above_zero(const Difference& difference);

/// Probability that the difference is above 0 in a further replicate (predictive distribution). A
/// tie, possible only where nothing varies, counts as 1/2.
double chance_further_above_zero(const Difference& difference);

/// How many times the replicates unpaired arms would need for an interval as narrow: (var a + var
/// b) / var(a - b), measured. Below 1 pairing does harm; infinite if all pairs differ alike; NaN if
/// nothing varies or with fewer than two replicates. Equal sizes.
double pairing_gain(std::span<const double> a, std::span<const double> b);

}  // namespace clout::stats
