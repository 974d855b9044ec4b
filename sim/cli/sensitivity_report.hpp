// Which settings decide, as one page for people who decide.
#pragma once

#include <string>

#include "analysis/sensitivity/summary.hpp"

namespace clout::cli {

struct SensitivityReport {
  store::SweepRecord sweep;
  sensitivity::Sensitivity found;  ///< of that file
  std::string command;             ///< what a user types to get the page again
  std::string inspect;             ///< and to get the scenario: "clout inspect x.h5 --config"
};

/// HTML that needs no other file and no network.
std::string sensitivity_report_page(const SensitivityReport& report);

}  // namespace clout::cli
