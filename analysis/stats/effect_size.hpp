// Cohen's d: a difference in standard deviations, with its interval.
#pragma once

#include <span>

#include "analysis/stats/difference.hpp"

namespace clout::stats {

/// A difference divided by a standard deviation. NaN where it is not defined.
struct EffectSize {
  double value = 0;
  double low = 0;  ///< 95% interval
  double high = 0;
};

/// mean / unit, with the 95% interval from the noncentral t distribution (G. Cumming and S. Finch,
/// Educ. Psychol. Meas. 61, 2001). unit: difference.spread gives the paired d (d_z), for which the
/// interval is exact under normality; the arms' own deviation gives the standardised d (d_av), for
/// which it is approximate (J. Algina and H. J. Keselman, Educ. Psychol. Meas. 63, 2003). Not
/// corrected for the upward bias in small samples. NaN without spread.
EffectSize effect_size(const Difference& difference, double unit);

/// Root of the mean of the two variances: the unit of d_av.
double average_deviation(std::span<const double> a, std::span<const double> b);

/// The noncentrality at which a t of this value lies at this probability. degrees > 0, probability
/// in (0, 1). For |t| above 200 an approximation, whose interval is off by less than 1% of its
/// width.
double noncentrality(double t, double degrees, double probability);

}  // namespace clout::stats
