// One graph as `clout graph describe` shows it: what it is, its figures, and what it misses.
#pragma once

#include <string>
#include <vector>

#include "sim/graph/figures.hpp"
#include "sim/graph/published.hpp"

namespace clout::cli {

struct DescribedGraph {
  std::string name;    ///< the file's name without its folder
  std::string origin;  ///< how it came to be, in words
  graph::SummaryOptions options;
  graph::GraphSummary summary;
  std::vector<graph::Figure> figures;
  std::vector<std::string_view> missed;  ///< keys of the targets that it misses
};

}  // namespace clout::cli
