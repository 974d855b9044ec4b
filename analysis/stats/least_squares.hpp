// Nonlinear least squares for a few parameters.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace clout::stats {

/// What a model with these parameters predicts for each observation.
using Predict = std::function<std::vector<double>(std::span<const double> parameters)>;

struct LeastSquaresFit {
  std::vector<double> parameters;
  std::vector<double> errors;  ///< standard errors; NaN where the data do not tell, or are too few
  double residual = 0;         ///< standard deviation about the curve, divisor count - parameters
  double squares = 0;          ///< sum of squared residuals
  std::size_t count = 0;       ///< observations
};

/// Best of the fits from these starts (at least one), each by the damped Gauss-Newton steps of D.
/// Marquardt (J. Soc. Ind. Appl. Math. 11, 1963), derivatives by central differences. Standard
/// errors from the linearised model: independent errors of equal variance.
LeastSquaresFit least_squares(const Predict& predict, std::span<const double> observed,
                              std::span<const std::vector<double>> starts);

/// A parameter with its standard error and 95% interval.
struct FittedParameter {
  double value = 0;
  double error = 0;
  double low = 0;
  double high = 0;
};

/// Parameter i with Student's interval.
FittedParameter fitted(const LeastSquaresFit& fit, std::size_t i);

/// exp of parameter i, which was fitted as a logarithm to stay above 0: error by the delta method,
/// interval as exp of the logarithm's.
FittedParameter fitted_exp(const LeastSquaresFit& fit, std::size_t i);

}  // namespace clout::stats
