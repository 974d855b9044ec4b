// A cheap guess at the distance of a parameter set, learnt from those that were evaluated.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/abc/evaluation.hpp"
#include "analysis/abc/target.hpp"

namespace clout::abc {

/// Each statistic, in units of its target, as a sum of a parabola in every place, by least squares
/// with a small ridge (A. Hoerl and R. Kennard, Technometrics 12, 1970). Statistics that are not
/// defined are left out of the fit.
class Surrogate {
 public:
  /// learn_from: positions in places and evaluations, which belong together.
  Surrogate(std::span<const Target> targets, std::span<const Places> places,
            std::span<const Evaluation> evaluations, std::span<const std::size_t> learn_from);

  /// Guess at the distance of a set.
  double distance(const Places& at) const;

  /// Root mean square of what the guesses are off by where they were learnt; above 0.
  double error() const noexcept { return error_; }

 private:
  /// Guess at the part of the distance that comes of statistics which are not NaN.
  double distance_over(const std::vector<double>& row, std::span<const double> known) const;

  std::span<const Target> targets_;
  std::vector<std::vector<double>> coefficients_;  ///< of each target
  double error_ = 0;
};

}  // namespace clout::abc
