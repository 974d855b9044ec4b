// A comparison for reading and for machines. All give the same figures; none decides anything.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "analysis/report/comparison.hpp"

namespace clout::cli {

struct TableOptions {
  bool all = false;    ///< every figure instead of the usual ones
  bool color = false;  ///< ANSI colours
};

/// Verdict, arms side by side in at most 100 columns, caveats.
std::string compare_table(const report::Comparison& comparison, const TableOptions& options);

/// The same for a document: GitHub's tables.
std::string compare_markdown(const report::Comparison& comparison, bool all);

/// Every figure of every arm, a row each.
std::string compare_csv(const report::Comparison& comparison);

/// Everything; null where a figure is not defined.
boost::json::object compare_json(const report::Comparison& comparison);

/// What a single campaign may come to: P10, P50 and P90 of return and profit with their intervals,
/// and the chance of a loss. Empty where neither is defined.
std::string risk_table(const report::Comparison& comparison);

/// What common random numbers are worth for the figure that is judged by, measured: "Pairing saves
/// a factor of 12 of replicates (3 to 40) ..." Empty if nothing is paired.
std::string pairing_text(const report::Comparison& comparison);

/// Whether a figure is shown: defined for some arm, and among the usual ones, the one that is
/// judged by, or all are asked for.
bool is_shown(const report::Comparison& comparison, const report::ComparedFigure& figure, bool all);

/// "1 celebrity, 30 micro" or "nobody".
std::string hired_text(const report::ComparedArm& arm);

/// "Celebrity or micro-influencers; 30 replicates of 180 days, seed 7; 20.0M people": one study.
std::string heading_text(const report::StudyHeading& heading);

}  // namespace clout::cli
