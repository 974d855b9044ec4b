#include "analysis/response/carry_over.hpp"

#include <algorithm>
#include <limits>

namespace clout::response {

namespace {

using Weeks = std::vector<std::vector<double>>;  // by (replicate, week)

std::vector<double> of_week(const Weeks& weeks, std::size_t week) {
  std::vector<double> values;
  for (const auto& replicate : weeks) values.push_back(replicate[week]);
  return values;
}

std::vector<double> means(const Weeks& weeks, std::span<const std::size_t> positions) {
  std::vector<double> result;
  for (std::size_t week = 0; week < weeks.front().size(); ++week)
    result.push_back(mean_at(of_week(weeks, week), positions));
  return result;
}

std::vector<stats::MeanInterval> intervals(const Weeks& weeks) {
  std::vector<stats::MeanInterval> result;
  for (std::size_t week = 0; week < weeks.front().size(); ++week)
    result.push_back(stats::mean_interval(of_week(weeks, week)));
  return result;
}

stats::AdstockFit fit_at(const Observed& observed, std::span<const std::size_t> positions) {
  return stats::fit_adstock(means(observed.spent_by_week, positions),
                            means(observed.customers_by_week, positions));
}

}  // namespace

CarryOver carry_over(const Observed& observed, const Resamples& resamples) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  CarryOver made{intervals(observed.customers_by_week),
                 intervals(observed.spent_by_week),
                 {},
                 {unknown, unknown, unknown}};
  const auto all_nothing = [](const std::vector<stats::MeanInterval>& weeks) {
    return std::all_of(weeks.begin(), weeks.end(), [](const auto& week) { return week.mean == 0; });
  };
  if (made.spent.size() < fewest_weeks || all_nothing(made.spent) || all_nothing(made.customers))
    return made;
  made.fit = fit_at(observed, everyone(observed.customers.size()));
  std::vector<double> draws;
  for (const auto& positions : resamples) draws.push_back(fit_at(observed, positions).carry.value);
  made.carry = over_resamples(made.fit->carry.value, draws);
  return made;
}

}  // namespace clout::response
