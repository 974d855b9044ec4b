// P20: Ad quality wears out and restores in pauses, so pulsing can beat even spend.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p20() {
  return {
      .id = "P20",
      .finding = "ad quality wears out and restores in pauses, so pulsing can beat even spend",
      .source = "Naik, Mantrala & Sawyer 1998",
      .grade = "A",
      .published = "TODO",
      .criterion = "pulsed >= even awareness with wear-out on, <= with it off",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
