// P25: Repeat buying follows NBD-Dirichlet (double jeopardy).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p25() {
  return {
      .id = "P25",
      .finding = "repeat buying follows NBD-Dirichlet (double jeopardy)",
      .source = "Goodhardt et al. 1984",
      .grade = "A",
      .published = "TODO",
      .criterion = "penetration vs frequency positive; NBD fit not rejected at 5%",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
