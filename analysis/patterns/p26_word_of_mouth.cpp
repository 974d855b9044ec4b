// P26: Word-of-mouth elasticity .24 (volume).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p26() {
  return {
      .id = "P26",
      .finding = "word-of-mouth elasticity .24 (volume)",
      .source = "You et al. 2015; Trusov 2009",
      .grade = "A",
      .published = "TODO",
      .criterion = "0.1-0.5",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
