// The layout of outcome files in words.
#pragma once

#include <string>

namespace clout::store {

/// docs/reference/outcome.md.
std::string outcome_reference_markdown();

}  // namespace clout::store
