// Whether two studies have the same numbers, and if not, what tells them apart.
#pragma once

#include <string>

#include "sim/store/outcome_file.hpp"

namespace clout::store {

/// Empty if replicates of one can stand beside replicates of the other; else the first difference
/// in words: "it has 'days = 30' where this run has 'days = 40'".
std::string study_difference(const StudyRecord& theirs, const StudyRecord& ours);

}  // namespace clout::store
