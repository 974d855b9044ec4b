// P18: Revenue per follower 0.265 EUR nano vs 0.049 EUR macro; macro costs ~18x (1.88M purchases, 3
// field studies).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p18() {
  return {
      .id = "P18",
      .finding =
          "revenue per follower 0.265 EUR nano vs 0.049 EUR macro; macro costs ~18x (1.88M "
          "purchases, 3 field studies)",
      .source = "Beichert et al. 2024 JM",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "equal budget: nano/macro ROI ratio 3-10; revenue/follower exponent -0.25..-0.55",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
