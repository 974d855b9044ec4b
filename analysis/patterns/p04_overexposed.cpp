// P04: An overexposed celebrity is no more effective.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p04() {
  return {
      .id = "P04",
      .finding = "an overexposed celebrity is no more effective",
      .source = "Roy; Um 2008 finds exceptions with high fit",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "at 3x load, marginal adoption per post <= baseline; and some region (high fit, "
          "low share) shows no penalty",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
