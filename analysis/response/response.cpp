#include "analysis/response/response.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"

namespace clout::response {

namespace {

/// Share of resamples in which this curve's marginal ROI is the greatest of the tiers'.
double chance_greatest(const std::vector<Curve>& curves, std::size_t best) {
  const std::vector<double>& draws = curves[best].money.marginal_draws;
  if (draws.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::size_t wins = 0;
  for (std::size_t draw = 0; draw < draws.size(); ++draw) {
    bool greatest = true;
    for (std::size_t n = 1; n < curves.size(); ++n) {
      const auto& other = curves[n].money.marginal_draws;
      if (n != best && !other.empty() && other[draw] > draws[draw]) greatest = false;
    }
    wins += greatest ? 1 : 0;
  }
  return static_cast<double>(wins) / static_cast<double>(draws.size());
}

std::string sentence(const Curve& best, double chance) {
  const stats::Estimate& roi = best.money.marginal_roi;
  const double back = roi.value + 1;
  std::string gets = fmt::format("{:.2f} USD of contribution for a dollar", back);
  gets += std::isnan(chance)
              ? std::string(" in one replicate, which says nothing of luck")
              : fmt::format(" ({:.2f} to {:.2f}), the most of the tiers in {} of the resamples",
                            roi.low + 1, roi.high + 1, report::chance_text(chance));
  const bool open = roi.low <= 0 && roi.high >= 0;  // both NaN with one replicate
  std::string text = back >= 1
                         ? fmt::format("The next dollar is best spent on {}: {}.", best.name, gets)
                         : fmt::format("The next dollar is best kept: even {} brings back only {}.",
                                       best.name, gets);
  return open ? text + " Whether it pays is open: the interval holds 1 USD." : text;
}

NextDollar next_dollar(const std::vector<Curve>& curves) {
  NextDollar next;
  for (std::size_t n = 1; n < curves.size(); ++n) {
    const double roi = curves[n].money.marginal_roi.value;
    if (std::isnan(roi)) continue;
    if (!next.curve || roi > curves[*next.curve].money.marginal_roi.value) next.curve = n;
  }
  if (!next.curve) {
    next.text = "What a further dollar brings cannot be told: no tier was hired at enough budgets.";
    return next;
  }
  next.chance = chance_greatest(curves, *next.curve);
  next.text = sentence(curves[*next.curve], next.chance);
  return next;
}

}  // namespace

Response response_of(const ResponseStudy& response, const Observations& observations,
                     Measure measure) {
  const random::Seed seed{static_cast<std::uint64_t>(response.study.run.seed)};
  const Resamples drawn = resamples(seed, observations.replicates);
  Response made;
  made.measure = measure;
  constexpr const char* units[] = {"people", "purchases", "USD"};
  made.unit = units[static_cast<std::size_t>(measure)];
  made.replicates = observations.replicates;
  made.curves = curves_of(response, observations, measure, drawn);
  for (const Curve& curve : made.curves)
    made.carry_over.push_back(
        carry_over(observations.arms[curve.points[curve.present].arm], drawn));
  made.same_budget = posts_sweep(response, observations, measure, Role::same_budget);
  made.same_roster = posts_sweep(response, observations, measure, Role::same_roster);
  made.next = next_dollar(made.curves);
  return made;
}

}  // namespace clout::response
