#include "analysis/patterns/nbd_fit.hpp"

#include <cmath>
#include <limits>

#include <boost/math/special_functions/gamma.hpp>

namespace clout::patterns {

namespace {

/// What is counted, from no purchase or from one on.
class Sample {
 public:
  Sample(std::span<const std::int64_t> histogram, Panel panel)
      : histogram_(histogram), first_(panel == Panel::buyers ? 1 : 0) {
    for (std::size_t n = first_; n < histogram.size(); ++n) {
      consumers_ += static_cast<double>(histogram[n]);
      purchases_ += static_cast<double>(n) * static_cast<double>(histogram[n]);
    }
  }

  double mean() const noexcept { return purchases_ / consumers_; }
  double consumers() const noexcept { return consumers_; }
  std::size_t first() const noexcept { return first_; }
  double count(std::size_t n) const noexcept { return static_cast<double>(histogram_[n]); }
  std::size_t size() const noexcept { return histogram_.size(); }

  /// Of the law with this mean and shape, the share that is in the sample.
  double kept(double mean, double shape) const noexcept {
    return first_ == 0 ? 1 : -std::expm1(-shape * std::log1p(mean / shape));
  }

  /// The mean of the whole law that gives the sample's mean for a shape: what is left of it rises
  /// with it.
  double whole_mean(double shape) const noexcept {
    if (first_ == 0) return mean();
    double low = 0;
    double high = mean();
    for (int step = 0; step < 100; ++step) {
      const double middle = (low + high) / 2;
      if (middle <= 0) break;
      (middle / kept(middle, shape) < mean() ? low : high) = middle;
    }
    return (low + high) / 2;
  }

  /// ln likelihood per consumer, profiled over the mean.
  double likelihood(double shape) const {
    const double whole = whole_mean(shape);
    const std::vector<double> law = nbd(whole, shape, size());
    double sum = 0;
    for (std::size_t n = first_; n < size(); ++n) {
      if (histogram_[n] > 0) sum += count(n) * std::log(law[n]);
    }
    return sum / consumers_ - std::log(kept(whole, shape));
  }

 private:
  std::span<const std::int64_t> histogram_;
  std::size_t first_;
  double consumers_ = 0;
  double purchases_ = 0;
};

/// Golden section over ln shape: the profile has one maximum.
double best_shape(const Sample& sample) {
  constexpr double golden = 0.6180339887498949;
  double low = std::log(1e-4);
  double high = std::log(100.0);
  double a = high - golden * (high - low);
  double b = low + golden * (high - low);
  double at_a = sample.likelihood(std::exp(a));
  double at_b = sample.likelihood(std::exp(b));
  for (int step = 0; step < 60; ++step) {
    if (at_a > at_b) {
      high = b;
      b = a;
      at_b = at_a;
      a = high - golden * (high - low);
      at_a = sample.likelihood(std::exp(a));
    } else {
      low = a;
      a = b;
      at_a = at_b;
      b = low + golden * (high - low);
      at_b = sample.likelihood(std::exp(b));
    }
  }
  return std::exp((low + high) / 2);
}

/// The last cell takes everything above.
double chi_square_p(const Sample& sample, double mean, double shape) {
  constexpr double least_expected = 5;
  const std::vector<double> law = nbd(mean, shape, sample.size());
  const double scale = sample.consumers() / sample.kept(mean, shape);
  double expected_left = sample.consumers();
  double counts_left = sample.consumers();
  double expected = 0;
  double count = 0;
  double statistic = 0;
  int cells = 0;
  const auto close = [&] {
    statistic += (count - expected) * (count - expected) / expected;
    ++cells;
    expected = count = 0;
  };
  for (std::size_t n = sample.first(); n < sample.size(); ++n) {
    expected += law[n] * scale;
    count += sample.count(n);
    expected_left -= law[n] * scale;
    counts_left -= sample.count(n);
    if (expected >= least_expected && expected_left >= least_expected) close();
  }
  expected += expected_left;
  count += counts_left;
  close();
  constexpr int fitted = 3;  // mean, shape and the number of consumers
  if (cells <= fitted) return std::numeric_limits<double>::quiet_NaN();
  return boost::math::gamma_q((cells - fitted) / 2.0, statistic / 2);
}

}  // namespace

std::vector<double> nbd(double mean, double shape, std::size_t count) {
  std::vector<double> law;
  law.reserve(count);
  double chance = std::exp(-shape * std::log1p(mean / shape));
  for (std::size_t n = 0; n < count; ++n) {
    law.push_back(chance);
    const auto bought = static_cast<double>(n);
    chance *= (shape + bought) / (bought + 1) * mean / (mean + shape);
  }
  return law;
}

NbdFit fit_nbd(std::span<const std::int64_t> histogram, Panel panel) {
  const Sample sample(histogram, panel);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (histogram.size() <= 2 || sample.mean() <= 0) return {nan, nan, nan};
  NbdFit fit;
  fit.shape = best_shape(sample);
  fit.mean = sample.whole_mean(fit.shape);
  fit.p = chi_square_p(sample, fit.mean, fit.shape);
  return fit;
}

}  // namespace clout::patterns
