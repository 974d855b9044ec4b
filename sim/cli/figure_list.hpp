// The reference page of figures.
#pragma once

#include <string>

namespace clout::cli {

/// docs/reference/figures.md: every figure's name, unit, direction and formula, in Markdown.
std::string figure_list();

}  // namespace clout::cli
