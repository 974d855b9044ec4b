// What a weighted sample says of one of its quantities.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/abc/history_matching.hpp"

namespace clout::abc {

/// Mean and spread are those on the prior's scale: the mean of a logarithmic one is geometric.
struct Marginal {
  double mean = 0;
  double low = 0;  ///< 90% of the weight lie between low and high
  double high = 0;
  double narrower = 0;  ///< 1 - deviation / the prior's deviation: 0 nothing learnt, 1 all known
};

/// Of parameter p of the accepted.
Marginal marginal(const MatchResult& result, std::span<const Prior> priors, std::size_t parameter);

/// Value that a share (in [0, 1]) of the weight lies at or below. values and weights of one size;
/// NaN is left out; NaN if nothing is left.
double weighted_quantile(std::span<const double> values, std::span<const double> weights,
                         double share);

/// Weight of the accepted in equal parts of the parameter's range, on its scale; sums to 1.
std::vector<double> histogram(const MatchResult& result, const Prior& prior, std::size_t parameter,
                              std::size_t parts);

/// Position in result.accepted of the evaluation nearest to the weighted mean of places, each
/// coordinate in units of its deviation: a set that was evaluated and stands for the others.
std::size_t medoid(const MatchResult& result, std::span<const Prior> priors);

}  // namespace clout::abc
