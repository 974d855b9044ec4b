// A figure by its name.
#pragma once

#include <string>

#include "analysis/report/figures.hpp"

namespace clout::report {

/// Throws InputError, which names the option, with the nearest name if there is none.
Figure figure_named(const std::string& name, const std::string& option = "--by");

/// The figure that the objective of the first campaign that runs in any arm asks for.
std::string main_figure(const store::StudyRecord& study);

}  // namespace clout::report
