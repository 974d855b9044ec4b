// Studies whose figures are known by hand.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::tests {

/// Two brands, "acme" advertised by the campaign "launch" and "other" not; two niches; 1,000
/// accounts of 10 people; 3 days; acme costs 20 USD at 50% margin. An arm for each name; no
/// campaign runs in one that is called "nothing".
store::StudyRecord small_study(const std::vector<std::string>& arms);

/// Nothing happens in it: three empty days of the study's shape.
engine::Outcome quiet_outcome(const store::StudyRecord& study, std::size_t arm, int replicate);

/// Results in which arm a has customers[a][r] first purchases in replicate r, and nothing else.
report::Results results_with(const store::StudyRecord& study,
                             const std::vector<std::vector<double>>& customers);

/// Position of the figure.
std::size_t figure_at(const report::Comparison& comparison, const std::string& name);

/// A comparison by one figure that has these values by arm and replicate, arms called "a", "b", ...
/// and all paired.
report::Comparison comparison_of(std::vector<std::vector<double>> values,
                                 report::Better better = report::Better::more);

}  // namespace clout::tests
