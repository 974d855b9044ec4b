// A figure of an arm, replicate by replicate.
#pragma once

#include <vector>

#include "analysis/report/figures.hpp"
#include "analysis/report/results.hpp"

namespace clout::report {

/// One value per replicate, in the order of results.replicates; NaN where it is not defined.
std::vector<double> arm_values(const Results& results, std::size_t arm, const Figure& figure);

/// Whether there are values and none is NaN.
bool known(const std::vector<double>& values);

/// -1 for a figure of which less is better: times it, more is better.
double sign_of(const Figure& figure);

}  // namespace clout::report
