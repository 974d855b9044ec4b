#include "analysis/patterns/calibration_statistics.hpp"

namespace clout::patterns {

std::vector<Statistic> calibration_statistics(const Lab&) { return {}; }

}  // namespace clout::patterns
