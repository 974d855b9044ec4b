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

/// Mean and standard deviation (divisor n - 1). NaN where there are too few values.
struct Moments {
  double mean = 0;
  double deviation = 0;
  std::size_t count = 0;
};

/// Two passes, so that a small spread about a large mean is kept.
Moments moments(std::span<const double> values);

/// Quantile of Student's t: probability in (0, 1), degrees of freedom above 0, whole or not.
double student_t_quantile(double probability, double degrees_of_freedom);

/// Mean and two-sided 95% interval mean +- t s / sqrt(n). values: one per replicate, independent.
MeanInterval mean_interval(std::span<const double> values);

}  // namespace clout::stats
