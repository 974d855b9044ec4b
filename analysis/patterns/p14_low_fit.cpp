// P14: Celebrity endorsement effect runs from d=.90 to -.96 by fit and type (46 studies).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p14() {
  return {
      .id = "P14",
      .finding =
          "celebrity endorsement effect runs from d=.90 to -.96 by fit and type (46 "
          "studies)",
      .source = "Knoll & Matthes 2017",
      .grade = "A",
      .published = "TODO",
      .criterion = "low fit can give a negative brand effect",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
