// P15: Sponsored engagement is an inverted U in followers, peak ~1M; flatter with customised
// content and unfamiliar brands (802 campaigns, 1,700+ influencers).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p15() {
  return {
      .id = "P15",
      .finding =
          "sponsored engagement is an inverted U in followers, peak ~1M; flatter with "
          "customised content and unfamiliar brands (802 campaigns, 1,700+ influencers)",
      .source = "Wies, Bleier & Edeling 2023 JM",
      .grade = "A",
      .published = "TODO",
      .criterion = "ln E ~ ln F + ln^2 F on 1k-5M: curvature < 0, peak 0.3-3M",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
