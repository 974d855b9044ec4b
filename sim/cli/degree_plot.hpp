// A picture of degree distributions.
#pragma once

#include <span>
#include <string>

#include "sim/graph/degree_histogram.hpp"

namespace clout::cli {

struct PlottedGraph {
  std::string name;
  graph::DegreeHistogram followers;
  graph::DegreeHistogram follows;
};

/// SVG with two log-log panels, followers and follows per account: the share of accounts with at
/// least x of them, for x >= 1, one curve per graph. The background is transparent and the greys
/// are readable on white and on black.
std::string degree_plot(std::span<const PlottedGraph> graphs);

}  // namespace clout::cli
