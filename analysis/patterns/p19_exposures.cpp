// P19: Attitude peaks at ~10 exposures; recall has no ceiling before the 8th; spacing helps
// attitude.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p19() {
  return {
      .id = "P19",
      .finding =
          "attitude peaks at ~10 exposures; recall has no ceiling before the 8th; spacing "
          "helps attitude",
      .source = "Schmidt & Eisend 2015",
      .grade = "A",
      .published = "TODO",
      .criterion = "spaced peak at 8-12 exposures; massed peak lower",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
