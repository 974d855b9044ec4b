// A verdict in words.
#pragma once

#include <string>

#include "analysis/report/verdict.hpp"

namespace clout::report {

/// Full sentences that claim no more than the replicates show.
std::string verdict_text(const Comparison& comparison, const Verdict& verdict);

}  // namespace clout::report
