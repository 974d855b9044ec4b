// P01: More products endorsed, lower endorser credibility and liking (1/2/4 products).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p01() {
  return {
      .id = "P01",
      .finding = "more products endorsed, lower endorser credibility and liking (1/2/4 products)",
      .source = "Tripp, Jensen & Carlson 1994 JCR 20",
      .grade = "R, direction sure",
      .published = "TODO",
      .criterion =
          "one endorser, 1/2/4 distinct brands, exposures held fixed: mean trust falls "
          "strictly in >=95% of seeds; d(4 vs 1) in -0.2..-0.9",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
