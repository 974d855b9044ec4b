#include "analysis/stats/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "analysis/stats/mean_interval.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::stats {

namespace {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// x of A x = b for a symmetric positive definite A, by Cholesky; none if it is not.
std::optional<Vector> solve(Matrix a, Vector b) {
  const std::size_t n = b.size();
  for (std::size_t row = 0; row < n; ++row) {
    const double whole = a[row][row];
    for (std::size_t column = 0; column <= row; ++column) {
      double rest = a[row][column];
      for (std::size_t k = 0; k < column; ++k) rest -= a[row][k] * a[column][k];
      if (column < row) {
        a[row][column] = rest / a[column][column];
        continue;
      }
      if (!(rest > 1e-14 * whole)) return std::nullopt;  // a combination of those before
      a[row][row] = std::sqrt(rest);
    }
  }
  for (std::size_t row = 0; row < n; ++row) {
    for (std::size_t k = 0; k < row; ++k) b[row] -= a[row][k] * b[k];
    b[row] /= a[row][row];
  }
  for (std::size_t row = n; row-- > 0;) {
    for (std::size_t k = row + 1; k < n; ++k) b[row] -= a[k][row] * b[k];
    b[row] /= a[row][row];
  }
  return b;
}

double sum_of_squares(const Vector& predicted, std::span<const double> observed) {
  double sum = 0;
  for (std::size_t i = 0; i < observed.size(); ++i)
    sum += (observed[i] - predicted[i]) * (observed[i] - predicted[i]);
  return sum;
}

/// slopes[p][i]: derivative of prediction i by parameter p.
Matrix slopes(const Predict& predict, const Vector& parameters) {
  Matrix result;
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    // The cube root of the precision balances rounding and curvature.
    const double step = 6e-6 * std::max(1e-3, std::abs(parameters[p]));
    Vector up = parameters, down = parameters;
    up[p] += step;
    down[p] -= step;
    Vector slope = predict(up);
    const Vector below = predict(down);
    for (std::size_t i = 0; i < slope.size(); ++i) slope[i] = (slope[i] - below[i]) / (2 * step);
    result.push_back(std::move(slope));
  }
  return result;
}

/// Slopes' products with each other.
Matrix normal_matrix(const Matrix& slope) {
  Matrix result(slope.size(), Vector(slope.size()));
  for (std::size_t p = 0; p < slope.size(); ++p)
    for (std::size_t q = 0; q < slope.size(); ++q)
      for (std::size_t i = 0; i < slope[p].size(); ++i) result[p][q] += slope[p][i] * slope[q][i];
  return result;
}

Vector improved_from(const Predict& predict, std::span<const double> observed, Vector at) {
  constexpr int most_steps = 200;
  double damping = 1e-3;
  Vector predicted = predict(at);
  double squares = sum_of_squares(predicted, observed);
  for (int step = 0; step < most_steps && damping < 1e12; ++step) {
    const Matrix slope = slopes(predict, at);
    Matrix damped = normal_matrix(slope);
    Vector gradient(at.size());
    for (std::size_t p = 0; p < at.size(); ++p) {
      damped[p][p] += damping * damped[p][p] + 1e-30;
      for (std::size_t i = 0; i < observed.size(); ++i)
        gradient[p] += slope[p][i] * (observed[i] - predicted[i]);
    }
    const auto change = solve(damped, gradient);
    if (!change) {
      damping *= 10;
      continue;
    }
    Vector next = at;
    for (std::size_t p = 0; p < at.size(); ++p) next[p] += (*change)[p];
    const Vector then = predict(next);
    const double squares_then = sum_of_squares(then, observed);
    if (!(squares_then < squares)) {
      damping *= 10;
      continue;
    }
    const bool settled = squares - squares_then <= 1e-15 * squares;
    at = next;
    predicted = then;
    squares = squares_then;
    damping = std::max(damping / 10, 1e-12);
    if (settled) break;
  }
  return at;
}

Vector standard_errors(const Predict& predict, const LeastSquaresFit& fit) {
  const std::size_t n = fit.parameters.size();
  const Matrix normal = normal_matrix(slopes(predict, fit.parameters));
  Vector errors(n, none);
  for (std::size_t p = 0; p < n; ++p) {
    Vector unit(n);
    unit[p] = 1;
    if (const auto column = solve(normal, unit)) errors[p] = fit.residual * std::sqrt((*column)[p]);
  }
  return errors;
}

double t_of(const LeastSquaresFit& fit) {
  if (fit.count <= fit.parameters.size()) return none;
  return student_t_quantile(0.975, static_cast<double>(fit.count - fit.parameters.size()));
}

}  // namespace

LeastSquaresFit least_squares(const Predict& predict, std::span<const double> observed,
                              std::span<const std::vector<double>> starts) {
  CLOUT_EXPECT(!starts.empty());
  LeastSquaresFit best;
  best.squares = std::numeric_limits<double>::infinity();
  best.count = observed.size();
  best.parameters = starts.front();
  for (const Vector& start : starts) {
    const Vector at = improved_from(predict, observed, start);
    const double squares = sum_of_squares(predict(at), observed);
    if (!(squares < best.squares)) continue;
    best.squares = squares;
    best.parameters = at;
  }
  const auto left =
      static_cast<double>(observed.size()) - static_cast<double>(best.parameters.size());
  best.residual = left > 0 ? std::sqrt(best.squares / left) : none;
  best.errors = standard_errors(predict, best);
  return best;
}

FittedParameter fitted(const LeastSquaresFit& fit, std::size_t i) {
  const double half = t_of(fit) * fit.errors[i];
  return {fit.parameters[i], fit.errors[i], fit.parameters[i] - half, fit.parameters[i] + half};
}

FittedParameter fitted_exp(const LeastSquaresFit& fit, std::size_t i) {
  const FittedParameter log = fitted(fit, i);
  const double value = portable::exp(log.value);
  return {value, value * log.error, portable::exp(log.low), portable::exp(log.high)};
}

}  // namespace clout::stats
