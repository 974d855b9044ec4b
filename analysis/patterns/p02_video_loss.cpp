// P02: A sponsored video costs 0.19% of subscribers against a matched organic one; more for large
// audiences; less with good fit and for lesser-known brands (861 YouTubers, ~86k videos).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p02() {
  return {
      .id = "P02",
      .finding =
          "a sponsored video costs 0.19% of subscribers against a matched organic one; "
          "more for large audiences; less with good fit and for lesser-known brands (861 "
          "YouTubers, ~86k videos)",
      .source = "Cheng & Zhang 2025 Mgmt Sci 71(7)",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "paired counterfactual post: loss 0.05-0.5% of followers; slope in ln F > 0; "
          "high fit <= half of low fit",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
