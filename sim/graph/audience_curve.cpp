#include "sim/graph/audience_curve.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::graph {

namespace {

constexpr double cap_sharpness = 6;

/// Percentiles from 0 to 1, in steps of 1% of themselves from 1e-9 on, never wider than 1/2048.
std::vector<double> fine_percentiles() {
  std::vector<double> grid{0};
  for (double x = 1e-9; x < 1; x += std::min(x * 0.01, 1.0 / 2048)) grid.push_back(x);
  grid.push_back(1);
  return grid;
}

/// Mass left of each grid point (midpoint rule).
std::vector<double> cumulated(const std::vector<double>& grid, const std::vector<double>& weights) {
  std::vector<double> mass{0};
  for (std::size_t i = 1; i < grid.size(); ++i)
    mass.push_back(mass.back() + weights[i - 1] * (grid[i] - grid[i - 1]));
  return mass;
}

}  // namespace

AudienceCurve::AudienceCurve(const GraphSpec& spec, double mean, double largest)
    : low_sigma_(spec.audience_low_sigma),
      sigma_(spec.audience_sigma),
      high_sigma_(spec.audience_high_sigma),
      high_from_(spec.audience_high_from),
      tail_share_(spec.audience_tail_share),
      tail_slope_(-1 / (spec.audience_tail_exponent - 1)),
      top_share_(std::min(spec.audience_top_share, spec.audience_tail_share)),
      top_spread_(spec.audience_top_spread),
      log_largest_(portable::log(largest)) {
  // The bound makes the mean rise less than in proportion to the scale, but always rise: bisection.
  double low = portable::log(mean) - 20;
  double high = portable::log(mean) + 5;
  for (int step = 0; step < 60; ++step) {
    log_scale_ = (low + high) / 2;
    (mean_over_percentiles(*this) < mean ? low : high) = log_scale_;
  }
}

double AudienceCurve::log_body(double percentile) const {
  const double z = portable::normal_quantile(std::clamp(1 - percentile, 1e-12, 1 - 1e-12));
  if (z < 0) return low_sigma_ * z;
  return sigma_ * std::min(z, high_from_) + high_sigma_ * std::max(z - high_from_, 0.0);
}

double AudienceCurve::log_free(double percentile) const {
  if (percentile >= tail_share_) return log_body(percentile);
  const double x = std::max(percentile, 1e-12);
  const double in_tail = portable::log(std::max(x, top_share_) / tail_share_);
  const double above_tail =
      x < top_share_ ? portable::log(1 + top_spread_ * (1 - x / top_share_)) : 0;
  return log_body(tail_share_) + tail_slope_ * in_tail + above_tail;
}

double AudienceCurve::operator()(double percentile) const {
  const double log_free_audience = log_scale_ + log_free(percentile);
  const double excess = portable::exp(cap_sharpness * (log_free_audience - log_largest_));
  return portable::exp(log_free_audience - portable::log1p(excess) / cap_sharpness);
}

std::vector<double> over_percentiles(const PercentileFunction& weight) {
  constexpr std::size_t block = 256;
  const std::vector<double> grid = fine_percentiles();
  std::vector<double> weights(grid.size() - 1);
  parallel::for_blocks(weights.size(), block, [&](parallel::Range range, std::size_t) {
    for (std::size_t i = range.begin; i < range.end; ++i)
      weights[i] = weight((grid[i] + grid[i + 1]) / 2);
  });
  return weights;
}

double mean_over_percentiles(const std::vector<double>& weights) {
  return cumulated(fine_percentiles(), weights).back();
}

RankTable::RankTable(const PercentileFunction& weight) {
  const std::vector<double> grid = fine_percentiles();
  const std::vector<double> mass = cumulated(grid, over_percentiles(weight));
  CLOUT_EXPECT(mass.back() > 0);
  constexpr std::size_t steps = std::size_t{1} << step_bits;
  std::size_t at = 1;
  for (std::size_t step = 0; step < steps; ++step) {
    const double wanted = mass.back() * static_cast<double>(step) / steps;
    while (mass[at] < wanted) ++at;
    const double width = mass[at] - mass[at - 1];
    const double part = width > 0 ? (wanted - mass[at - 1]) / width : 0;
    percentile_.push_back(static_cast<std::uint32_t>(
        (grid[at - 1] + part * (grid[at] - grid[at - 1])) * 4294967295.0));
  }
  percentile_.push_back(4294967295U);
}

}  // namespace clout::graph
