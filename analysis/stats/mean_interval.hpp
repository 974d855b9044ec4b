// Means over replicates with Student's confidence intervals.
#pragma once

#include <cstddef>
#include <span>

namespace clout::stats {

/// A mean with the ends of its interval; NaN ends where one value or none says nothing of spread.
struct MeanInterval {
  double mean = 0;
  double low = 0;
  double high = 0;
  std::size_t count = 0;
};

/// 97.5% quantile of Student's t with this many degrees of freedom (1 or more): the half-width of a
/// 95% interval in standard errors.
double student_t_975(std::size_t degrees_of_freedom);

/// Mean and two-sided 95% interval mean +- t s / sqrt(n). values: one per replicate, independent.
MeanInterval mean_interval(std::span<const double> values);

/// The same of a[i] - b[i], replicate by replicate: common random numbers make it narrow. Equal
/// sizes.
MeanInterval paired_difference(std::span<const double> a, std::span<const double> b);

}  // namespace clout::stats
