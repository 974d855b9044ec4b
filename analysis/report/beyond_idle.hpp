// What campaigns add: an arm less the one without campaigns, in the same replicate.
#pragma once

#include <optional>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::report {

/// The arm without campaigns that an arm is measured against, among those compared.
std::optional<std::size_t> idle_beside(const Comparison& comparison, std::size_t arm);

/// Values of a figure by replicate, less those of the idle arm; empty if there is no such arm.
std::vector<double> values_beyond_idle(const Comparison& comparison, const ComparedFigure& figure,
                                       std::size_t arm);

/// Mean of these with Student's 95% interval. None if there is no such arm, or the figure is not
/// defined for it.
std::optional<stats::MeanInterval> beyond_idle(const Comparison& comparison,
                                               const ComparedFigure& figure, std::size_t arm);

}  // namespace clout::report
