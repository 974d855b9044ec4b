#include "analysis/stats/mean_interval.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

#include "sim/base/contracts.hpp"

namespace clout::stats {

double student_t_975(std::size_t degrees_of_freedom) {
  CLOUT_EXPECT(degrees_of_freedom >= 1);
  const boost::math::students_t distribution(static_cast<double>(degrees_of_freedom));
  return boost::math::quantile(distribution, 0.975);
}

MeanInterval mean_interval(std::span<const double> values) {
  MeanInterval result;
  result.count = values.size();
  const double none = std::numeric_limits<double>::quiet_NaN();
  result.mean = result.low = result.high = none;
  if (values.empty()) return result;
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  result.mean = sum / n;
  if (values.size() < 2) return result;
  double squares = 0;
  for (const double value : values) squares += (value - result.mean) * (value - result.mean);
  const double half =
      student_t_975(values.size() - 1) * std::sqrt(squares / (n - 1)) / std::sqrt(n);
  result.low = result.mean - half;
  result.high = result.mean + half;
  return result;
}

MeanInterval paired_difference(std::span<const double> a, std::span<const double> b) {
  CLOUT_EXPECT(a.size() == b.size());
  std::vector<double> difference(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) difference[i] = a[i] - b[i];
  return mean_interval(difference);
}

}  // namespace clout::stats
