// P23: Most cascades end within one degree of the seed; >=100 adoptions ~0.025%; size set by the
// largest broadcast.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p23() {
  return {
      .id = "P23",
      .finding =
          "most cascades end within one degree of the seed; >=100 adoptions ~0.025%; size "
          "set by the largest broadcast",
      .source = "Goel et al. 2012, 2015",
      .grade = "A/B",
      .published = "TODO",
      .criterion =
          ">=85% of cascades depth <=1; word-of-mouth reproduction < 1; corr(size, largest "
          "broadcast) > 0.7",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
