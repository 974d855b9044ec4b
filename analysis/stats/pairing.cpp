#include "analysis/stats/pairing.hpp"

#include <cmath>
#include <limits>

#include "analysis/stats/difference.hpp"
#include "analysis/stats/mean_interval.hpp"

namespace clout::stats {

namespace {

/// (n - 1) times variances and covariance of the sum and the difference of pairs.
struct Squares {
  double sum = 0;
  double difference = 0;
  double both = 0;
};

Squares squares_of(std::span<const double> a, std::span<const double> b) {
  const double mean_a = moments(a).mean;
  const double mean_b = moments(b).mean;
  Squares squares;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double sum = (a[i] - mean_a) + (b[i] - mean_b);
    const double difference = (a[i] - mean_a) - (b[i] - mean_b);
    squares.sum += sum * sum;
    squares.difference += difference * difference;
    squares.both += sum * difference;
  }
  return squares;
}

}  // namespace

Estimate pairing_gain_interval(std::span<const double> a, std::span<const double> b) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  Estimate gain{pairing_gain(a, b), none, none};
  if (!std::isfinite(gain.value) || a.size() < 3) return gain;
  const Squares squares = squares_of(a, b);
  if (!(squares.sum > 0)) return gain;
  const auto degrees = static_cast<double>(a.size()) - 2;
  const double unexplained =
      1 - squares.both * squares.both / (squares.sum * squares.difference);  // 1 - r^2
  const double t = student_t_quantile(0.975, degrees);
  const double k = 1 + 2 * unexplained * t * t / degrees;
  const double apart = k + std::sqrt(k * k - 1);  // the other root is its inverse
  const double ratio = squares.sum / squares.difference;
  gain.low = (1 + ratio / apart) / 2;
  gain.high = (1 + ratio * apart) / 2;
  return gain;
}

}  // namespace clout::stats
