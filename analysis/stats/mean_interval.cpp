#include "analysis/stats/mean_interval.hpp"

#include <cmath>
#include <limits>

#include <boost/math/distributions/students_t.hpp>

#include "sim/base/contracts.hpp"

namespace clout::stats {

Moments moments(std::span<const double> values) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  Moments result{none, none, values.size()};
  if (values.empty()) return result;
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  result.mean = sum / n;
  if (values.size() < 2) return result;
  double squares = 0;
  for (const double value : values) squares += (value - result.mean) * (value - result.mean);
  result.deviation = std::sqrt(squares / (n - 1));
  return result;
}

double student_t_quantile(double probability, double degrees_of_freedom) {
  CLOUT_EXPECT(probability > 0 && probability < 1 && degrees_of_freedom > 0);
  return boost::math::quantile(boost::math::students_t(degrees_of_freedom), probability);
}

MeanInterval mean_interval(std::span<const double> values) {
  const Moments sample = moments(values);
  MeanInterval result{sample.mean, sample.deviation, sample.deviation, sample.count};
  if (std::isnan(sample.deviation)) return result;
  const auto n = static_cast<double>(sample.count);
  const double half = student_t_quantile(0.975, n - 1) * sample.deviation / std::sqrt(n);
  result.low = sample.mean - half;
  result.high = sample.mean + half;
  return result;
}

}  // namespace clout::stats
