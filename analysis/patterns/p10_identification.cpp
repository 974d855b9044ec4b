// P10: Influencers beat celebrities through identification, similarity, trust (N=131, 446).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p10() {
  return {
      .id = "P10",
      .finding =
          "influencers beat celebrities through identification, similarity, trust (N=131, "
          "446)",
      .source = "Schouten et al. 2020",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "equal exposures: micro trust > celebrity; gap falls >=50% when similarity is "
          "equalised",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
