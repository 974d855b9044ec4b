// A response curve: what a campaign brings over what is spent, and what a further dollar brings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/response/observations.hpp"
#include "analysis/response/resamples.hpp"
#include "analysis/stats/estimate.hpp"
#include "analysis/stats/hill.hpp"
#include "analysis/stats/mean_interval.hpp"

namespace clout::response {

struct CurvePoint {
  double budget_usd = 0;
  std::size_t arm = 0;          ///< position in ResponseStudy::arms
  stats::MeanInterval spent;    ///< USD
  stats::MeanInterval outcome;  ///< incremental, of the measure asked for
  stats::MeanInterval profit;   ///< USD: incremental contribution less spent
};

/// A Hill curve through the means over replicates, 0 where nothing is spent. Standard errors in fit
/// are about the curve; the intervals here are by bootstrap over replicates.
struct FittedCurve {
  stats::HillFit fit;
  stats::Estimate gain;  ///< level that is neared
  stats::Estimate half;  ///< USD
  stats::Estimate exponent;
  std::vector<stats::HillCurve> draws;  ///< one for each resample
};

/// What the curve of contribution says of money, by bootstrap over replicates. NaN where nothing is
/// spent at the campaign's budget or there is no fit.
struct Money {
  stats::Estimate marginal_roi;  ///< of the curve at what is spent at the campaign's own budget
  /// Spending from which on a further dollar brings less than a dollar, within 0 .. most_spent; 0:
  /// from the start, most_spent: not reached by what was tried.
  stats::Estimate saturation_usd;
  /// From the campaign's budget to the next one of the grid, as it was simulated, without a curve.
  stats::Estimate next_step_roi;
  double most_spent_usd = 0;
  std::vector<double> marginal_draws;  ///< marginal_roi in each resample
};

struct Curve {
  std::optional<market::Tier> tier;   ///< none: the campaign's own roster
  std::string name;                   ///< "own roster" or the tier's
  std::vector<CurvePoint> points;     ///< by rising budget
  std::size_t present = 0;            ///< position of the campaign's own budget
  std::optional<FittedCurve> fitted;  ///< of the measure; none with too few different spendings
  Money money;
};

/// The campaign's own roster first, then the tiers.
std::vector<Curve> curves_of(const ResponseStudy& response, const Observations& observations,
                             Measure measure, const Resamples& resamples);

/// Largest x in 0 .. most up to which the marginal of the curve is at least 1; 0 if it nowhere is.
double last_worthwhile(const stats::HillCurve& curve, double most);

}  // namespace clout::response
