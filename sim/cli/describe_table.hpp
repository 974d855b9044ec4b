// The one-screen table of `clout graph describe`.
#pragma once

#include <string>

#include "sim/cli/described_graph.hpp"

namespace clout::cli {

/// A figure's value as text: "0.3622", "6.84%", "508,837", "41.6M"; "-" for not a number.
std::string written(double value, graph::Writing writing);

/// Statistic, value with its standard error where sampled, target range with a mark ("ok", "MISS";
/// "." if a stand-in meets it), and the published networks of which five figures or more are known.
/// color: ANSI colours for the marks.
std::string describe_table(const DescribedGraph& described, bool color);

}  // namespace clout::cli
