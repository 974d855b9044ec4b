#include "analysis/abc/marginal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace clout::abc {

namespace {

struct PlaceMoments {
  double mean = 0;
  double deviation = 0;
};

double place(const MatchResult& result, const Prior& prior, std::size_t parameter,
             const Accepted& each) {
  return place_of(prior, result.evaluations[each.evaluation].parameters[parameter]);
}

PlaceMoments place_moments(const MatchResult& result, const Prior& prior, std::size_t parameter) {
  double mean = 0;
  double square = 0;
  for (const Accepted& each : result.accepted)
    mean += each.weight * place(result, prior, parameter, each);
  for (const Accepted& each : result.accepted) {
    const double off = place(result, prior, parameter, each) - mean;
    square += each.weight * off * off;
  }
  return {mean, std::sqrt(square)};
}

}  // namespace

double weighted_quantile(std::span<const double> values, std::span<const double> weights,
                         double share) {
  std::vector<std::size_t> order;
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    order.push_back(i);
    total += weights[i];
  }
  if (order.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  double below = 0;
  for (const std::size_t i : order) {
    below += weights[i];
    if (below >= share * total) return values[i];
  }
  return values[order.back()];
}

Marginal marginal(const MatchResult& result, std::span<const Prior> priors, std::size_t parameter) {
  const Prior& prior = priors[parameter];
  std::vector<double> values;
  std::vector<double> weights;
  for (const Accepted& each : result.accepted) {
    values.push_back(result.evaluations[each.evaluation].parameters[parameter]);
    weights.push_back(each.weight);
  }
  const PlaceMoments moments = place_moments(result, prior, parameter);
  const double of_prior = 1 / std::sqrt(12.0);
  return {value_at(prior, moments.mean), weighted_quantile(values, weights, 0.05),
          weighted_quantile(values, weights, 0.95), 1 - moments.deviation / of_prior};
}

std::vector<double> histogram(const MatchResult& result, const Prior& prior, std::size_t parameter,
                              std::size_t parts) {
  std::vector<double> shares(parts, 0);
  for (const Accepted& each : result.accepted) {
    const double at = place(result, prior, parameter, each) * static_cast<double>(parts);
    shares[std::min(static_cast<std::size_t>(at), parts - 1)] += each.weight;
  }
  return shares;
}

std::size_t medoid(const MatchResult& result, std::span<const Prior> priors) {
  std::vector<double> off(result.accepted.size(), 0);
  for (std::size_t p = 0; p < priors.size(); ++p) {
    const PlaceMoments moments = place_moments(result, priors[p], p);
    if (moments.deviation == 0) continue;
    for (std::size_t a = 0; a < off.size(); ++a) {
      const double apart =
          (place(result, priors[p], p, result.accepted[a]) - moments.mean) / moments.deviation;
      off[a] += apart * apart;
    }
  }
  return static_cast<std::size_t>(std::ranges::min_element(off) - off.begin());
}

}  // namespace clout::abc
