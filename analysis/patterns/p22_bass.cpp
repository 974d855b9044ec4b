// P22: Bass: mean p=0.03, q=0.38.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p22() {
  return {
      .id = "P22",
      .finding = "Bass: mean p=0.03, q=0.38",
      .source = "Sultan, Farley & Lehmann 1990",
      .grade = "R",
      .published = "TODO",
      .criterion =
          "no influencers, complete mixing: NRMSE to analytic Bass < 5%, peak at "
          "ln(q/p)/(p+q)",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
