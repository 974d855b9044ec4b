// A summary as a list of named figures with their definitions: what a table, a JSON file and a
// check go through.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/graph/summary.hpp"

namespace clout::graph {

/// How a figure is best written.
enum class Writing { number, share, count };

struct Figure {
  std::string_view key;         ///< name in JSON and in the tables of published.hpp
  std::string_view label;       ///< a few words
  std::string_view definition;  ///< one sentence
  Writing writing;
  Estimate estimate;
};

/// All figures of the summary in the order of the table. Undefined ones are NaN; figures that were
/// not asked for (modularity by niche without niches) are left out.
std::vector<Figure> figures_of(const GraphSummary& summary);

/// The figure of this key, or none.
const Figure* find_figure(const std::vector<Figure>& figures, std::string_view key);

}  // namespace clout::graph
