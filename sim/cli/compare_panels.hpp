// What a picture of a comparison shows: which figures, in words, and each arm's value.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::cli {

/// "US dollars", "%", "people": the unit of a figure on an axis.
std::string axis_unit(const std::string& unit);

/// One figure for all arms.
struct ComparePanel {
  bool outcome = false;  ///< what came out; otherwise it helps to explain that
  std::string title;
  std::string explanation;                ///< the unit, and what is counted, in words
  std::string definition;                 ///< as in compare --figures
  std::string unit;                       ///< of the numbers, as in report::Figure
  std::vector<stats::MeanInterval> arms;  ///< NaN mean: n/a
};

/// At most four, outcomes first: the figure that the verdict is about, beyond the arm without
/// campaigns (or the reference where a study has none), what the money brought, how many were
/// reached and how they responded. Figures that no arm has are left out.
std::vector<ComparePanel> compare_panels(const report::Comparison& comparison);

}  // namespace clout::cli
