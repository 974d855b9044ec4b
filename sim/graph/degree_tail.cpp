#include "sim/graph/degree_tail.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/graph/hurwitz_zeta.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::graph {

namespace {

constexpr std::uint64_t smallest_tail = 50;
constexpr std::size_t most_candidates = 1000;
constexpr double alpha_low = 1.01;
constexpr double alpha_high = 30;

/// Minimises ln zeta(alpha, xmin) + alpha mean_log, which is convex: Newton's steps kept inside a
/// shrinking bracket.
DegreeTail maximum_likelihood(double xmin, double mean_log, double accounts) {
  double low = alpha_low;
  double high = alpha_high;
  double alpha =
      std::clamp(1 + 1 / (mean_log - std::log(xmin - 0.5)), low + 0.01, high - 1);  // CSN eq. 3.7
  double curvature = 0;
  for (int step = 0; step < 200; ++step) {
    const ZetaJet zeta = hurwitz_zeta_jet(alpha, xmin);
    const double log_slope = zeta.slope / zeta.value;
    const double gradient = log_slope + mean_log;
    curvature = zeta.curvature / zeta.value - log_slope * log_slope;
    (gradient > 0 ? high : low) = alpha;
    double next = alpha - gradient / curvature;
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    const double moved = std::abs(next - alpha);
    alpha = next;
    if (moved < 1e-13 * alpha) break;
  }
  return {.alpha = alpha, .standard_error = 1 / std::sqrt(accounts * curvature)};
}

/// Largest |empirical - fitted| P(X >= x) over all integers x above xmin. Between two degrees of
/// the data the empirical one is constant and the fitted one falls, so the ends of each gap
/// suffice.
double ks_distance(const DegreeHistogram& histogram, std::size_t first, double alpha,
                   double accounts) {
  const double whole = hurwitz_zeta(alpha, histogram.degree[first]);
  double above = accounts;
  double largest = 0;
  for (std::size_t i = first; i < histogram.degree.size(); ++i) {
    if (i > first) {
      largest = std::max(
          largest, std::abs(above / accounts - hurwitz_zeta(alpha, histogram.degree[i]) / whole));
    }
    above -= static_cast<double>(histogram.accounts[i]);
    const bool gap =
        i + 1 == histogram.degree.size() || histogram.degree[i + 1] != histogram.degree[i] + 1;
    if (gap) {
      largest = std::max(largest, std::abs(above / accounts -
                                           hurwitz_zeta(alpha, histogram.degree[i] + 1.0) / whole));
    }
  }
  return largest;
}

/// Number of accounts and sum of ln degree from each distinct degree upwards.
struct Suffixes {
  std::vector<std::uint64_t> accounts;
  std::vector<double> log_sum;
};

Suffixes suffixes_of(const DegreeHistogram& histogram, std::size_t first) {
  const std::size_t distinct = histogram.degree.size();
  Suffixes suffixes{std::vector<std::uint64_t>(distinct + 1, 0),
                    std::vector<double>(distinct + 1, 0)};
  for (std::size_t i = distinct; i-- > first;) {
    suffixes.accounts[i] = suffixes.accounts[i + 1] + histogram.accounts[i];
    suffixes.log_sum[i] = suffixes.log_sum[i + 1] + static_cast<double>(histogram.accounts[i]) *
                                                        std::log(histogram.degree[i]);
  }
  return suffixes;
}

DegreeTail tail_at(const DegreeHistogram& histogram, const Suffixes& suffixes, std::size_t first) {
  if (first + 1 >= histogram.degree.size()) return {};
  const double accounts = static_cast<double>(suffixes.accounts[first]);
  DegreeTail tail =
      maximum_likelihood(histogram.degree[first], suffixes.log_sum[first] / accounts, accounts);
  tail.xmin = histogram.degree[first];
  tail.accounts = suffixes.accounts[first];
  tail.ks_distance = ks_distance(histogram, first, tail.alpha, accounts);
  return tail;
}

std::size_t first_from(const DegreeHistogram& histogram, std::uint32_t xmin) {
  const auto found =
      std::lower_bound(histogram.degree.begin(), histogram.degree.end(), std::max(xmin, 1U));
  return static_cast<std::size_t>(found - histogram.degree.begin());
}

std::vector<std::size_t> candidates_of(const DegreeHistogram& histogram, const Suffixes& suffixes) {
  std::vector<std::size_t> all;
  for (std::size_t i = first_from(histogram, 1); i + 1 < histogram.degree.size(); ++i) {
    if (suffixes.accounts[i] >= smallest_tail) all.push_back(i);
  }
  if (all.size() <= most_candidates) return all;
  std::vector<std::size_t> thinned;
  const double from = std::log(histogram.degree[all.front()]);
  const double step = (std::log(histogram.degree[all.back()]) - from) / (most_candidates - 1);
  double next = from;
  for (const std::size_t i : all) {
    const double here = std::log(histogram.degree[i]);
    if (here + 1e-9 < next) continue;
    thinned.push_back(i);
    next = from + step * (std::floor((here - from) / step + 1e-6) + 1);
  }
  return thinned;
}

}  // namespace

DegreeTail fit_tail_from(const DegreeHistogram& histogram, std::uint32_t xmin) {
  const std::size_t first = first_from(histogram, xmin);
  return tail_at(histogram, suffixes_of(histogram, first), first);
}

DegreeTail fit_tail(const DegreeHistogram& histogram) {
  const Suffixes suffixes = suffixes_of(histogram, first_from(histogram, 1));
  const std::vector<std::size_t> candidates = candidates_of(histogram, suffixes);
  std::vector<DegreeTail> tails(candidates.size());
  parallel::for_each_block(candidates.size(), [&](std::size_t i) {
    tails[i] = tail_at(histogram, suffixes, candidates[i]);
  });
  DegreeTail best;
  double least = std::numeric_limits<double>::infinity();
  for (const DegreeTail& tail : tails) {
    if (tail.ks_distance < least) {
      least = tail.ks_distance;
      best = tail;
    }
  }
  return best;
}

DegreeTail fit_top_percent(const DegreeHistogram& histogram) {
  return fit_tail_from(histogram,
                       histogram.degree_of_rank((histogram.total_accounts() + 99) / 100));
}

}  // namespace clout::graph
