// A study as one page for people who decide.
#pragma once

#include <string>

#include "sim/cli/report_sections.hpp"

namespace clout::cli {

/// HTML that needs no other file and no network; JavaScript adds conveniences only.
std::string report_page(const ReportInput& input);

}  // namespace clout::cli
