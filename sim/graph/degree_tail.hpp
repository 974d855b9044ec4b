// The tail of a degree distribution as a discrete power law P(x) = x^-alpha / zeta(alpha, xmin) for
// x >= xmin, fitted by maximum likelihood (Clauset, Shalizi & Newman 2009, SIAM Review 51(4),
// eqs. 3.5-3.6, B.17).
#pragma once

#include "sim/graph/degree_histogram.hpp"
#include "sim/graph/estimate.hpp"

namespace clout::graph {

struct DegreeTail {
  double alpha =
      undefined;  ///< exponent of the density, at least 1.01; the cumulative one is alpha - 1
  double standard_error =
      undefined;                   ///< of alpha, from the curvature of the likelihood (CSN eq. 3.6)
  std::uint32_t xmin = 0;          ///< smallest degree that belongs to the tail
  std::uint64_t accounts = 0;      ///< in the tail
  double ks_distance = undefined;  ///< largest difference of the empirical and fitted cumulative
                                   ///< distribution in the tail
};

/// Tail from a given cut-off, at least 1. Undefined (NaN) with fewer than two distinct degrees in
/// the tail.
DegreeTail fit_tail_from(const DegreeHistogram& histogram, std::uint32_t xmin);

/// Tail whose cut-off gives the smallest Kolmogorov-Smirnov distance, the smallest of equals.
/// Candidates are the distinct positive degrees that leave at least 50 accounts and two distinct
/// degrees in the tail; beyond 1000 of them, 1000 spread evenly over the logarithm of the degree.
/// O(candidates x distinct degrees), in parallel.
DegreeTail fit_tail(const DegreeHistogram& histogram);

/// Tail of the top 1% of all accounts: the cut-off is the degree of the account ranked
/// ceil(accounts/100), at least 1.
DegreeTail fit_top_percent(const DegreeHistogram& histogram);

}  // namespace clout::graph
