// P07: Full persuasion knowledge reaches only ~half of persuasion's explanatory power.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p07() {
  return {
      .id = "P07",
      .finding = "full persuasion knowledge reaches only ~half of persuasion's explanatory power",
      .source = "Eisend & Tarrahi 2022",
      .grade = "A",
      .published = "TODO",
      .criterion = "full suspicion cuts, never zeroes: net effect >=0 in >=90% of consumers",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
