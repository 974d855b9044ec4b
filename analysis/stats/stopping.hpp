// When to stop: replicates until an interval is narrow enough, or until the best arm is known.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace clout::stats {

/// Half-width that a 95% interval of a mean may have.
struct WantedPrecision {
  double half_width = 0;  ///< above 0; in the figure's unit, or a share of the mean
  bool relative = false;  ///< whether it is a share of the absolute value of the mean
};

/// Half of the width of the mean's 95% interval (Student). NaN with fewer than two values.
double half_width(std::span<const double> values);

/// Whether the values so far are enough: Y. Chow and H. Robbins (Ann. Math. Stat. 36, 1965), with
/// Student's quantiles. Looking after every replicate stops a little early, where the spread
/// happens to look small: begin with a pilot of 10 or more. In the tests, intervals so stopped
/// cover 93 to 95 times in 100. A spread of 0 is enough from two values on.
bool precise_enough(std::span<const double> values, const WantedPrecision& wanted);

/// Smallest number of replicates in all that would be enough if mean and spread stay those of the
/// pilot, at least the pilot's. None: not with most_replicates, or the pilot has fewer than two.
std::optional<std::size_t> replicates_for(std::span<const double> pilot,
                                          const WantedPrecision& wanted);

/// The arm whose paired differences to all others have intervals above 0, each at error_rate /
/// (arms - 1) (Bonferroni); the greatest mean is best. None: not known yet. arms: equal numbers of
/// replicates, two arms or more.
std::optional<std::size_t> winner(std::span<const std::span<const double>> arms,
                                  double error_rate = 0.05);

/// Replicates in all until the winner would be known, with the power that replicates_needed asks
/// for, if differences and spreads stay those of the pilot. None: not with most_replicates.
std::optional<std::size_t> replicates_for_winner(std::span<const std::span<const double>> pilot,
                                                 double error_rate = 0.05);

/// The error rate of each of so many looks at growing data such that all of them together have
/// error_rate (Bonferroni over looks). Ask winner with this if more than one look is planned.
constexpr double error_of_look(double error_rate, std::size_t looks) noexcept {
  return error_rate / static_cast<double>(looks);
}

}  // namespace clout::stats
