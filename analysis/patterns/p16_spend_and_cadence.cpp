// P16: +1% spend, +0.46% engagement; interior optimum ~5 posts/week; fit inverted U; originality
// +15.5% per SD (5,800+ posts, 2,412 influencers).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p16() {
  return {
      .id = "P16",
      .finding =
          "+1% spend, +0.46% engagement; interior optimum ~5 posts/week; fit inverted U; "
          "originality +15.5% per SD (5,800+ posts, 2,412 influencers)",
      .source = "Leung et al. 2022 JM",
      .grade = "A",
      .published = "TODO",
      .criterion = "budget sweep: log-log slope 0.3-0.7; cadence optimum 3-8 posts/week",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
