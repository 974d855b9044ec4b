// Which settings decide, for reading and for machines.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "analysis/sensitivity/summary.hpp"

namespace clout::cli {

/// The sentences, then a table for each method, most important settings first, at most 40 of each.
std::string sensitivity_table(const store::SweepRecord& sweep,
                              const sensitivity::Sensitivity& found);

/// Everything; null where there is no number.
boost::json::object sensitivity_json(const store::SweepRecord& sweep,
                                     const sensitivity::Sensitivity& found);

/// A row for each method, setting and measure, with interval and rank.
std::string sensitivity_csv(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found);

/// A picture (SVG): the charts of the methods that were run.
std::string sensitivity_plot(const store::SweepRecord& sweep,
                             const sensitivity::Sensitivity& found);

}  // namespace clout::cli
