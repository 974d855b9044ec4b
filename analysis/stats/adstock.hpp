// Adstock: how long what was spent goes on working.
#pragma once

#include <span>
#include <vector>

#include "analysis/stats/least_squares.hpp"

namespace clout::stats {

/// Geometric adstock (S. Broadbent, J. Mark. Res. Soc. 21, 1979): a[t] = x[t] + carry a[t-1], from
/// nothing before the series. carry in [0, 1).
std::vector<double> adstock(std::span<const double> x, double carry);

/// outcome[t] = base + gain a[t].
struct AdstockFit {
  FittedParameter base;
  FittedParameter gain;   ///< by a unit of x in its own period
  FittedParameter carry;  ///< share left a period later; interval on the logit scale
  double half_life = 0;   ///< periods until half is gone
  double residual = 0;    ///< standard deviation about the fit
  std::size_t count = 0;  ///< periods
};

/// By least squares; x and y: one for each period, equally many. Errors suppose that residuals of
/// periods are independent, which a series of one market seldom is.
AdstockFit fit_adstock(std::span<const double> x, std::span<const double> y);

}  // namespace clout::stats
