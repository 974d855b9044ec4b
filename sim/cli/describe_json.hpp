// `clout graph describe --json`: every figure with its definition and sample size.
#pragma once

#include <span>
#include <string>

#include "sim/cli/described_graph.hpp"

namespace clout::cli {

/// An object with "published" (the real networks) and "graphs", one per file: options, figures
/// (value, standard error, number of samples with 0 for exact ones, target, verdict), the tails,
/// the pairs at each distance, the missed targets. Undefined figures are null.
std::string describe_json(std::span<const DescribedGraph> graphs);

}  // namespace clout::cli
