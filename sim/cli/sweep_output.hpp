// A sweep for reading and for machines.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <boost/json/fwd.hpp>

#include "analysis/report/sweep_flips.hpp"
#include "analysis/report/sweep_summary.hpp"

namespace clout::cli {

/// Where it flips, then a line for each point: settings, arms with half of their intervals, who
/// wins with which chance. Points by rising settings; at most 40 of them.
std::string sweep_table(const store::SweepRecord& sweep, const report::SweepSummary& summary);

/// Points by rising settings, the first one slowest.
std::vector<std::size_t> sorted_points(const store::SweepRecord& sweep);

/// Where the best arm flips over one number, with intervals; empty if several settings vary.
std::vector<report::Flip> sweep_flips(const store::SweepRecord& sweep,
                                      const report::SweepSummary& summary);

/// Everything; null where a figure is not defined.
boost::json::object sweep_json(const store::SweepRecord& sweep,
                               const report::SweepSummary& summary);

/// The rows of write_sweep_csv.
void write_sweep_rows(const store::SweepRecord& sweep, std::ostream& out);

/// Writes a row for each point, arm, replicate and figure (long, "tidy" format). Throws InputError
/// if the path cannot be written or the disk is full.
void write_sweep_csv(const std::string& path, const store::SweepRecord& sweep);

}  // namespace clout::cli
