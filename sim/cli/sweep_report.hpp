// A sweep as one page for people who decide.
#pragma once

#include <string>

#include "analysis/report/sweep_summary.hpp"

namespace clout::cli {

struct SweepReport {
  store::SweepRecord sweep;
  report::SweepSummary summary;
  std::string command;  ///< what a user types to get the page again
  std::string inspect;  ///< and to get the scenario: "clout inspect sweep.h5 --config"
};

/// HTML that needs no other file and no network.
std::string sweep_report_page(const SweepReport& report);

}  // namespace clout::cli
