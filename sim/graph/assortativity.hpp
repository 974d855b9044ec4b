// Whether accounts follow accounts like themselves in degree, and whether the followed also follow.
#pragma once

#include <span>

#include "sim/graph/two_way.hpp"

namespace clout::graph {

/// Pearson correlation, over all follows u > v, of x[u] and y[v]. x and y: one entry per account.
/// Undefined (NaN) if one of them does not vary. With x = y = in-degree this is in-in
/// assortativity; x = out, y = in is out-in.
double follow_correlation(const TwoWayGraph& graph, std::span<const std::uint32_t> x,
                          std::span<const std::uint32_t> y);

/// Pearson correlation of the numbers of neighbours at the two ends of the pairs of the undirected
/// projection, each pair counted both ways round (Newman 2002; igraph: assortativity_degree of the
/// simplified undirected graph). KONECT ignores directions too, but counts mutual follows twice.
double undirected_assortativity(const TwoWayGraph& graph, const Degrees& degrees);

/// Spearman's rank correlation of in- and out-degree over all accounts, equal values sharing the
/// mean of their ranks.
double spearman_in_out(const Degrees& degrees);

}  // namespace clout::graph
