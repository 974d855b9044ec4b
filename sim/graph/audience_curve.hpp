// How many followers the account of a given popularity has: log-normal body, truncated Pareto tail.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/graph/graph_spec.hpp"

namespace clout::graph {

/// A non-negative function of the percentile.
using PercentileFunction = std::function<double(double)>;

/// Expected followers as a function of the popularity percentile x in [0, 1]: x = 0 the most
/// followed, x = 1 the least.
///
/// With z = the normal quantile of 1-x, ln followers is linear in z with one slope below the median
/// (low sigma), one from there to high_from (sigma) and one above (high sigma): a skewed log-normal
/// body. Above tail_share follows a Pareto tail up to top_share, and above that audiences spread
/// evenly from there to (1 + top_spread) times as many; real audiences are a power law in part of
/// the tail only (Kwak et al. 2010). The smooth minimum w = (free^-3 + largest^-3)^(-1/3) bounds
/// it, and the scale is such that the mean over x is the stated one.
class AudienceCurve {
 public:
  /// mean: followers per ranked account, > 0. largest: bound of the most followed, above mean.
  AudienceCurve(const GraphSpec& spec, double mean, double largest);

  /// percentile in [0, 1].
  double operator()(double percentile) const;

 private:
  double log_body(double percentile) const;
  double log_free(double percentile) const;

  double low_sigma_;
  double sigma_;
  double high_sigma_;
  double high_from_;
  double tail_share_;
  double tail_slope_;  ///< d ln followers / d ln x in the tail, negative
  double top_share_;
  double top_spread_;
  double log_largest_;
  double log_scale_ = 0;
};

/// The weight in the middle of each step of a grid that is fine where weights are steep (near 0),
/// taken on several threads.
std::vector<double> over_percentiles(const PercentileFunction& weight);

/// Integral over x from 0 to 1 of a weight that is given as over_percentiles() gives it.
double mean_over_percentiles(const std::vector<double>& weights);

inline double mean_over_percentiles(const PercentileFunction& weight) {
  return mean_over_percentiles(over_percentiles(weight));
}

/// Draws popularity ranks in proportion to a weight by one look-up: the inverse of the weight's
/// Lorenz function at equal steps of mass, linear between them. Integers only; 32 kB, it stays in
/// cache.
class RankTable {
 public:
  static constexpr unsigned step_bits = 13;
  static constexpr unsigned draw_bits = 40;

  /// The weight must be positive somewhere.
  explicit RankTable(const PercentileFunction& weight);

  /// Rank, 0 .. ranks-1, at mass position u / 2^40. u below 2^40; ranks: accounts the percentiles
  /// stand for, at least 1.
  std::uint32_t rank(std::uint64_t u, std::uint32_t ranks) const noexcept {
    constexpr unsigned within_bits = draw_bits - step_bits;
    const std::size_t step = u >> within_bits;
    const std::uint64_t within = u & ((std::uint64_t{1} << within_bits) - 1);
    const std::uint64_t low = percentile_[step];
    const std::uint64_t at = low + (((percentile_[step + 1] - low) * within) >> within_bits);
    return static_cast<std::uint32_t>((at * ranks) >> 32U);
  }

 private:
  std::vector<std::uint32_t> percentile_;  ///< 2^32 * x at mass i / 2^13, rising
};

}  // namespace clout::graph
