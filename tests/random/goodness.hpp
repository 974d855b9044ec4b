// Goodness of fit. Every statistic becomes a two-sided p-value: too good a fit is as suspicious as a bad one.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace clout::testing {

/// A check alarms below this p-value. With fewer than 1000 checks in tests/random, correct code and an unlucky choice of
/// keys would raise any alarm with probability below 1e-6. Keys are fixed, so a passing test keeps passing.
inline constexpr double alarm_level = 1e-9;

/// p-value of a standard normal statistic.
double normal_p(double z);

/// p-value of a chi-square statistic.
double chi_square_p(double statistic, double degrees);

/// p-value of a count that should be Poisson.
double poisson_p(double count, double mean);

/// p-value of counts against cell probabilities, by Pearson's chi-square; cells expecting under 10 are pooled with the
/// next. Probability missing to 1 belongs to a further cell, whose count is total - sum of counts.
double fit_p(std::span<const double> counts, std::span<const double> probabilities, double total);

/// p-value of a sample against a continuous distribution function, by Kolmogorov and Smirnov. Sorts the sample.
double kolmogorov_p(std::vector<double>& sample, const std::function<double(double)>& cdf);

/// p-value of non-negative whole numbers against a probability function, by fit_p over 0 .. cells-1 and the rest.
double count_fit_p(const std::vector<double>& sample, std::size_t cells,
                   const std::function<double(double)>& probability);

}  // namespace clout::testing
