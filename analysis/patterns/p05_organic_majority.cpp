// P05: Audiences expect a majority of organic posts; over-endorsing is a transgression.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p05() {
  return {
      .id = "P05",
      .finding = "audiences expect a majority of organic posts; over-endorsing is a transgression",
      .source = "Cocker et al. 2021; Mowen & Brown 1981",
      .grade = "A/R",
      .published = "TODO",
      .criterion = "trust lost per post steeper above a sponsored share of 0.5 than below 0.2",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
