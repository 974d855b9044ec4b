// What half as much advertising again brings a brand that always advertises: in the same weeks, and
// in those that follow.
#pragma once

#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

/// Days after more advertising whose sales belong to its long run: half a year, within the range of
/// months in which most of it is published to be over.
inline constexpr market::Day long_run_days = 182;

/// Days from the warm-up's end, before which the brand spends nothing.
struct ResponseTiming {
  market::Day period = 56;            ///< in which it spends half as much again, or not
  market::Day after = long_run_days;  ///< in which it goes on as before; at least 28

  constexpr std::int64_t days() const { return period + after; }
};

/// Agents' purchases, with more advertising less without, and what is left of awareness.
struct AdvertisingResponse {
  double sales = 0;         ///< in the period, without
  double extra_during = 0;  ///< sales
  double extra_after = 0;   ///< sales of long_run_days; if fewer were run, at the rate of those
  double remembered = 0;    ///< share who still know the brand four weeks after its last
                            ///< advertisement, of those who know it from the platform only and have
                            ///< not bought it
};

/// going: a market of usual_arm() after its warm-up, made for the timing's days. monthly_sales: of
/// its last 28 days, agents' purchases; 5% of their value pays for 28 days of posts by accounts of
/// all sizes in the random order in which campaigns ask them, the extra ones from the middle of
/// that order on. Awareness is followed in a copy that falls silent at the end of the period.
/// after_day: of the market without more.
AdvertisingResponse advertising_response(const GoingMarket& going, double monthly_sales,
                                         const ResponseTiming& timing,
                                         const AfterDay& after_day = {});

/// The market without more, from its first day on; after_day is called in the warm-up, too.
void run_always_on(const Lab& lab, const engine::Arm& arm, random::Replicate replicate,
                   const ResponseTiming& timing, const AfterDay& after_day);

/// Purchases of the arm's brand.
double sales(const engine::DayTally& day);

/// ln of sales with more over sales without, per ln of the budgets' ratio.
double short_run_elasticity(const AdvertisingResponse& response);

/// Half-life of that awareness, days; infinite if nobody forgot, 0 if everybody did.
double awareness_half_life(const AdvertisingResponse& response);

}  // namespace clout::patterns
