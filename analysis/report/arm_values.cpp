#include "analysis/report/arm_values.hpp"

#include <algorithm>
#include <cmath>

namespace clout::report {

std::vector<double> arm_values(const Results& results, std::size_t arm, const Figure& figure) {
  const std::optional<std::size_t> idle = idle_arm(results.study, arm);
  std::vector<double> values;
  for (const std::vector<Totals>& replicate : results.totals) {
    const Totals* const beside = idle ? &replicate[*idle] : nullptr;
    values.push_back(figure.value({results.study, replicate[arm], beside}));
  }
  return values;
}

bool known(const std::vector<double>& values) {
  return !values.empty() &&
         std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

double sign_of(const Figure& figure) { return figure.better == Better::less ? -1 : 1; }

}  // namespace clout::report
