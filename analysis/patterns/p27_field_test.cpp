// P27: Field-test ROI intervals are wide.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p27() {
  return {
      .id = "P27",
      .finding = "field-test ROI intervals are wide",
      .source = "Lewis & Rao 2015",
      .grade = "A",
      .published = "TODO",
      .criterion = "an emulated field test at N<=100k: 95% ROI interval wide; purchase CV >=5",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
