// How long a campaign goes on bringing customers after the money was spent.
#pragma once

#include <optional>
#include <vector>

#include "analysis/response/curve.hpp"
#include "analysis/stats/adstock.hpp"

namespace clout::response {

/// Geometric adstock of weekly incremental customers on weekly spending, at the campaign's budget.
struct CarryOver {
  std::vector<stats::MeanInterval> customers;  ///< people, incremental, by week of the run
  std::vector<stats::MeanInterval> spent;      ///< USD, by week
  /// Of the means over replicates; none where less than fewest_weeks were run nothing was spent, or
  /// nobody won.
  std::optional<stats::AdstockFit> fit;
  stats::Estimate carry;  ///< share left a week later, by bootstrap over replicates
};

/// Weeks below which three parameters say nothing.
inline constexpr std::size_t fewest_weeks = 6;

CarryOver carry_over(const Observed& observed, const Resamples& resamples);

}  // namespace clout::response
