#include "sim/graph/assortativity.hpp"

#include <algorithm>
#include <cmath>

#include "sim/graph/block_sum.hpp"
#include "sim/graph/estimate.hpp"

namespace clout::graph {

namespace {

struct Moments {
  double xy = 0;
  double xx = 0;
  double yy = 0;

  Moments& operator+=(const Moments& other) {
    xy += other.xy;
    xx += other.xx;
    yy += other.yy;
    return *this;
  }
};

/// Sums of squares and products about the means to a correlation.
double correlation(const Moments& about_means) {
  const double scale = std::sqrt(about_means.xx) * std::sqrt(about_means.yy);
  return scale > 0 ? about_means.xy / scale : undefined;
}

/// Mean of value(i) over follows, where account i takes part in weight(i) of them.
template <typename Weight, typename Value>
double weighted_mean(std::size_t accounts, Weight&& weight, Value&& value) {
  double sum = 0;
  double weights = 0;
  for (std::size_t i = 0; i < accounts; ++i) {
    const double w = static_cast<double>(weight(i));
    weights += w;
    sum += w * static_cast<double>(value(i));
  }
  return ratio(sum, weights);
}

/// Twice the rank of each value among all, from 2 for a smallest one on; equal values share the
/// mean of their ranks.
std::vector<std::uint64_t> doubled_ranks(std::span<const std::uint32_t> values) {
  if (values.empty()) return {};
  std::vector<std::uint64_t> rank_of(
      std::size_t{*std::max_element(values.begin(), values.end())} + 1, 0);
  for (const std::uint32_t value : values) ++rank_of[value];
  std::uint64_t below = 0;
  for (std::uint64_t& each : rank_of) {
    const std::uint64_t count = each;
    each = 2 * below + count + 1;
    below += count;
  }
  return rank_of;
}

}  // namespace

double follow_correlation(const TwoWayGraph& graph, std::span<const std::uint32_t> x,
                          std::span<const std::uint32_t> y) {
  const std::size_t accounts = graph.accounts();
  const auto out = [&](std::size_t i) { return graph.followees.audience(account_at(i)); };
  const auto in = [&](std::size_t i) { return graph.followers.audience(account_at(i)); };
  const double mean_x = weighted_mean(accounts, out, [&](std::size_t i) { return x[i]; });
  const double mean_y = weighted_mean(accounts, in, [&](std::size_t i) { return y[i]; });
  return correlation(block_sum<Moments>(accounts, [&](std::size_t v) -> Moments {
    std::uint64_t sum = 0;
    for (const AccountId u : graph.followers.followers(account_at(v))) sum += x[index(u)];
    const double from_x = x[v] - mean_x;
    const double from_y = y[v] - mean_y;
    const double fans = static_cast<double>(in(v));
    return {.xy = from_y * (static_cast<double>(sum) - fans * mean_x),
            .xx = static_cast<double>(out(v)) * from_x * from_x,
            .yy = fans * from_y * from_y};
  }));
}

double undirected_assortativity(const TwoWayGraph& graph, const Degrees& degrees) {
  const auto neighbours = [&](std::size_t i) { return degrees.neighbours(i); };
  const double mean = weighted_mean(graph.accounts(), neighbours, neighbours);
  return correlation(block_sum<Moments>(graph.accounts(), [&](std::size_t u) -> Moments {
    std::uint64_t sum = 0;
    for_each_neighbour(graph, account_at(u),
                       [&](AccountId v, bool) { sum += neighbours(index(v)); });
    const double d = static_cast<double>(neighbours(u));
    const double squares = d * (d - mean) * (d - mean);
    return {.xy = (d - mean) * (static_cast<double>(sum) - d * mean), .xx = squares, .yy = squares};
  }));
}

double spearman_in_out(const Degrees& degrees) {
  const std::vector<std::uint64_t> rank_in = doubled_ranks(degrees.in);
  const std::vector<std::uint64_t> rank_out = doubled_ranks(degrees.out);
  const std::size_t accounts = degrees.in.size();
  const double mean = static_cast<double>(accounts) + 1;
  return correlation(block_sum<Moments>(accounts, [&](std::size_t i) -> Moments {
    const double x = static_cast<double>(rank_in[degrees.in[i]]) - mean;
    const double y = static_cast<double>(rank_out[degrees.out[i]]) - mean;
    return {.xy = x * y, .xx = x * x, .yy = y * y};
  }));
}

}  // namespace clout::graph
