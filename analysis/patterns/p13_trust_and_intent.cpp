// P13: Trust/credibility correlate with engagement and intent (62 studies, 176 effects).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p13() {
  return {
      .id = "P13",
      .finding =
          "trust/credibility correlate with engagement and intent (62 studies, 176 "
          "effects)",
      .source = "Ao et al. 2023; Han & Balabanis 2023",
      .grade = "A",
      .published = "TODO",
      .criterion = "corr(trust, intent) across consumers 0.2-0.7",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
