// Where the numbers that calibration sees have to lie: once, for the patterns' verdicts and for the
// statistics of the search.
#pragma once

#include "analysis/patterns/reading.hpp"

namespace clout::patterns::bands {

inline constexpr Band sponsored_loss{0.0005, 0.005};  ///< share of followers
inline constexpr Band loss_slope{.low = 0};
inline constexpr Band loss_at_good_fit{0, 0.5};  ///< over that at poor fit
inline constexpr Band ratio_at_20k{0.75, 0.95};
inline constexpr Band ratio_at_3m{0.1, 0.4};
inline constexpr Band curvature{.high = 0};
inline constexpr Band peak{3e5, 3e6};  ///< followers
inline constexpr Band nano_over_macro{3, 10};
inline constexpr Band revenue_exponent{-0.55, -0.25};
inline constexpr Band spaced_peak{8, 12};  ///< exposures
inline constexpr Band spaced_less_massed{.low = 0};
inline constexpr Band short_run{0.05, 0.25};
inline constexpr Band long_over_short{1.5, 3};
inline constexpr Band awareness_half_life{14, 42};  ///< days
inline constexpr Band shallow_cascades{.low = 0.85};
inline constexpr Band caused_per_adopter{.high = 1};
inline constexpr Band size_by_broadcast{.low = 0.7};

/// Of a published engagement rate.
constexpr Band engagement(double published) { return {0.8 * published, 1.2 * published}; }

}  // namespace clout::patterns::bands
