// Functions whose sensitivity is known in closed form, over [0, 1]^d.
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace clout::tests {

/// Ishigami and Homma (1990) with a = 7, b = 0.1; three coordinates.
inline double ishigami(const std::vector<double>& x) {
  const auto angle = [&](std::size_t d) { return std::numbers::pi * (2 * x[d] - 1); };
  const double sine = std::sin(angle(1));
  return std::sin(angle(0)) + 7 * sine * sine + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

struct KnownIndices {
  std::vector<double> first, total;
};

inline KnownIndices ishigami_indices() {
  const double p4 = std::pow(std::numbers::pi, 4);
  const double b = 0.1;
  const double of_1 = 0.5 * std::pow(1 + b * p4 / 5, 2);
  const double of_2 = 49.0 / 8;
  const double of_13 = b * b * p4 * p4 * (1.0 / 18 - 1.0 / 50);
  const double all = of_1 + of_2 + of_13;
  return {{of_1 / all, of_2 / all, 0}, {(of_1 + of_13) / all, of_2 / all, of_13 / all}};
}

/// Sobol's G function: product of (|4 x - 2| + a) / (1 + a).
inline double sobol_g(const std::vector<double>& x, const std::vector<double>& a) {
  double product = 1;
  for (std::size_t d = 0; d < x.size(); ++d)
    product *= (std::abs(4 * x[d] - 2) + a[d]) / (1 + a[d]);
  return product;
}

inline KnownIndices sobol_g_indices(const std::vector<double>& a) {
  std::vector<double> part;
  double product = 1;
  for (const double each : a) {
    part.push_back(1 / (3 * (1 + each) * (1 + each)));
    product *= 1 + part.back();
  }
  KnownIndices result;
  for (const double each : part) {
    result.first.push_back(each / (product - 1));
    result.total.push_back(each / (1 + each) * product / (product - 1));
  }
  return result;
}

}  // namespace clout::tests
