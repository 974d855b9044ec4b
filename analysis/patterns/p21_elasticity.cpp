// P21: Advertising elasticity 0.12 short, 0.24 long run; carry-over months.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p21() {
  return {
      .id = "P21",
      .finding = "advertising elasticity 0.12 short, 0.24 long run; carry-over months",
      .source = "Sethuraman et al. 2011",
      .grade = "A",
      .published = "TODO",
      .criterion = "short 0.05-0.25; long/short 1.5-3; awareness half-life 2-6 weeks",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
