#include "analysis/abc/surrogate.hpp"

#include <algorithm>
#include <cmath>

namespace clout::abc {

namespace {

/// Against coefficients of 3 and errors of 1, both in units of a target: enough to keep a fit of
/// more coefficients than values defined.
constexpr double ridge = 0.1;

/// Errors are never taken for smaller, in units.
constexpr double least_error = 0.1;

/// 1, and for each place its distance from the middle and the square of that less its mean.
std::vector<double> features(const Places& at) {
  std::vector<double> all{1};
  for (const double place : at) {
    const double off = 2 * place - 1;
    all.push_back(off);
    all.push_back(off * off - 1.0 / 3);
  }
  return all;
}

/// Solves a x = b for a symmetric positive definite a of size n x n, by rows; b becomes x
/// (Cholesky).
void solve(std::vector<double>& a, std::vector<double>& b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = j; i < n; ++i) {
      double sum = a[i * n + j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? std::sqrt(sum) : sum / a[j * n + j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

/// Ridge regression of values on rows; the first coefficient is not held back.
std::vector<double> fit(const std::vector<const std::vector<double>*>& rows,
                        const std::vector<double>& values, std::size_t size) {
  std::vector<double> normal(size * size, 0);
  std::vector<double> right(size, 0);
  for (std::size_t i = 0; i < size; ++i) normal[i * size + i] = i == 0 ? 1e-6 : ridge;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::vector<double>& row = *rows[r];
    for (std::size_t i = 0; i < size; ++i) {
      right[i] += row[i] * values[r];
      for (std::size_t j = 0; j <= i; ++j) normal[i * size + j] += row[i] * row[j];
    }
  }
  solve(normal, right);
  return right;
}

double guess(const std::vector<double>& coefficients, const std::vector<double>& row) {
  double sum = 0;
  for (std::size_t i = 0; i < row.size(); ++i) sum += coefficients[i] * row[i];
  return sum;
}

}  // namespace

Surrogate::Surrogate(std::span<const Target> targets, std::span<const Places> places,
                     std::span<const Evaluation> evaluations,
                     std::span<const std::size_t> learn_from)
    : targets_(targets) {
  std::vector<std::vector<double>> rows;
  for (const std::size_t each : learn_from) rows.push_back(features(places[each]));
  for (std::size_t t = 0; t < targets.size(); ++t) {
    std::vector<const std::vector<double>*> known;
    std::vector<double> values;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto& statistics = evaluations[learn_from[r]].statistics;
      const double value =
          t < statistics.size() ? position(targets[t], statistics[t]) : std::nan("");
      if (std::isnan(value)) continue;
      known.push_back(&rows[r]);
      values.push_back(value);
    }
    coefficients_.push_back(fit(known, values, rows.empty() ? 1 : rows.front().size()));
  }
  double squares = 0;
  std::size_t count = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const Evaluation& each = evaluations[learn_from[r]];
    if (!std::isfinite(each.distance)) continue;
    const double off =
        distance_over(rows[r], each.statistics) - distance_of_known(targets, each.statistics);
    squares += off * off;
    ++count;
  }
  error_ = std::max(least_error, count == 0 ? 1 : std::sqrt(squares / static_cast<double>(count)));
}

double Surrogate::distance(const Places& at) const {
  return distance_over(features(at), std::vector<double>(targets_.size(), 0.0));
}

double Surrogate::distance_over(const std::vector<double>& row,
                                std::span<const double> known) const {
  double sum = 0;
  for (std::size_t t = 0; t < std::min(targets_.size(), known.size()); ++t) {
    if (!std::isnan(known[t])) sum += miss_at(targets_[t], guess(coefficients_[t], row));
  }
  return sum;
}

}  // namespace clout::abc
