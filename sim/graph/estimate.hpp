// A statistic of a graph: exact, or estimated from a sample with its standard error.
#pragma once

#include <cstdint>
#include <limits>

namespace clout::graph {

/// Not a number wherever a statistic is undefined (no wedges, no variance, ...).
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Estimate {
  double value = undefined;
  double standard_error = 0;  ///< 0 when exact
  std::uint64_t samples = 0;  ///< number of independent samples; 0 when exact

  bool exact() const noexcept { return samples == 0; }
};

/// Share of hits among independent yes-or-no samples, with its binomial standard error sqrt(p (1-p)
/// / samples).
Estimate share_of(std::uint64_t hits, std::uint64_t samples);

/// a / b, undefined for b = 0.
constexpr double ratio(double a, double b) noexcept { return b == 0 ? undefined : a / b; }

}  // namespace clout::graph
