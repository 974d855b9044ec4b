// The chance that an arm is the best of several.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace clout::stats {

/// An arm in a contest that the greatest value wins.
struct Contestant {
  std::span<const double> values;  ///< one per replicate, none NaN
  std::size_t family = 0;          ///< arms of one family are paired and have equal sizes
};

struct WinProbability {
  double mean_is_best = 0;  ///< that its true mean is the greatest
  double wins_further = 0;  ///< that it has the greatest value in one further replicate
};

/// Draws on which the chances rest: they are off by at most 0.0035 (standard error).
inline constexpr std::size_t win_draws = 20'000;

/// The chances of all contestants, by drawing from the joint posterior of the true means under
/// normality with the uninformative prior that gives Student's intervals: per family mean +
/// t-scaled normal with the sample's covariance, n - 1 degrees of freedom, so that two arms alone
/// give exactly chance_above_zero and chance_further_above_zero. Families are independent
/// (Behrens-Fisher). Ties share the win. Draws are keyed: equal input gives equal chances. NaN for
/// all if any has fewer than two values.
std::vector<WinProbability> win_probabilities(std::span<const Contestant> contestants);

}  // namespace clout::stats
