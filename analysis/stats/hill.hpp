// Hill curve: what an outcome gains by more of something, with diminishing returns.
#pragma once

#include <span>

#include "analysis/stats/least_squares.hpp"

namespace clout::stats {

/// base + gain x^exponent / (x^exponent + half^exponent), x >= 0.
struct HillCurve {
  double base = 0;      ///< outcome at x = 0
  double gain = 0;      ///< what is added as x grows without end; negative for falling curves
  double half = 1;      ///< x at which half the gain is reached, above 0
  double exponent = 1;  ///< above 1: S-shaped; 1 or less: concave from the start
};

/// Outcome at x.
double value(const HillCurve& curve, double x);

/// What a little more brings at x: the derivative. At 0 infinite for exponents below 1.
double marginal(const HillCurve& curve, double x);

/// Whether the outcome at x = 0 is fitted, or 0 as for incremental outcomes.
enum class HillBase { fitted, zero };

struct HillFit {
  HillCurve curve;
  FittedParameter base;  ///< 0 with error 0 for HillBase::zero
  FittedParameter gain;
  FittedParameter half;      ///< interval on the log scale
  FittedParameter exponent;  ///< interval on the log scale
  double residual = 0;       ///< standard deviation about the curve
  std::size_t count = 0;     ///< observations
};

/// By least squares; equal numbers of x (0 or more, some above) and y. Where data stop before the
/// curve bends, gain and half cannot be told apart: then their errors are very large.
HillFit fit_hill(std::span<const double> x, std::span<const double> y,
                 HillBase base = HillBase::fitted);

/// The same from one start, ten times as fast: for resamples of data whose fit is known.
HillFit refit_hill(std::span<const double> x, std::span<const double> y, const HillCurve& start,
                   HillBase base = HillBase::fitted);

}  // namespace clout::stats
