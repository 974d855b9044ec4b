// P09: Trust is lost faster than gained (contested: some games find symmetry).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p09() {
  return {
      .id = "P09",
      .finding = "trust is lost faster than gained (contested: some games find symmetry)",
      .source = "Slovic 1993; Poortinga & Pidgeon 2004; Zhu et al. 2023",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "loss/gain rate swept 1-4 including 1; default: recovery takes >=1.5x the loss "
          "time",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
