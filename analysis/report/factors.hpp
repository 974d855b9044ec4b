// Why an arm earned what it did: from money to margin in steps that multiply.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::report {

/// One step. The product of all steps is the margin that an arm's campaigns added.
struct Factor {
  std::string name;
  std::string unit;                         ///< as in Figure
  std::vector<std::vector<double>> values;  ///< by arm and replicate; NaN where not defined
};

/// Money spent; posts per 1,000 USD; views per post; people reached per view; customers won per
/// person reached; margin per customer won. None of them is defined for an arm without campaigns,
/// the last two only where customers were won and an idle arm tells how many.
std::vector<Factor> factors(const Comparison& comparison);

/// How many times one arm's factor is another's: geometric mean over replicates of the ratio, with
/// the 95% interval of Student's t on its logarithm. NaN where a replicate has no ratio.
stats::MeanInterval times(const Factor& factor, std::size_t arm, std::size_t other);

}  // namespace clout::report
