// The negative binomial distribution of purchases (A. S. C. Ehrenberg, Applied Statistics 8, 1959),
// fitted to a panel and put to the test.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clout::patterns {

/// Which of a panel's consumers are fitted: all, or those who bought at all (zeros truncated).
enum class Panel { all, buyers };

struct NbdFit {
  double mean = 0;   ///< purchases in the period, of all
  double shape = 0;  ///< k of the gamma over consumers
  double p = 0;      ///< of chi-square: the chance of a worse fit if the law holds
};

/// Maximum likelihood, then Pearson's chi-square over numbers of purchases pooled to at least five
/// expected, degrees of freedom: cells - 3. histogram[n]: consumers with n purchases. NaN for p if
/// there are fewer than four cells or nobody bought twice.
NbdFit fit_nbd(std::span<const std::int64_t> histogram, Panel panel);

/// P(n) for n = 0..count-1.
std::vector<double> nbd(double mean, double shape, std::size_t count);

}  // namespace clout::patterns
