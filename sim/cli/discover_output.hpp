// Discovered boxes for reading and for machines.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "analysis/report/sweep_discovery.hpp"

namespace clout::cli {

/// Sentences, then a line for each restriction of each box.
std::string discovery_table(const report::Discovery& found);

boost::json::object discovery_json(const store::SweepRecord& sweep, const report::Discovery& found);

/// "0.003", "<0.001"
std::string quasi_p_text(double value);

}  // namespace clout::cli
