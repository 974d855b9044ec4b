// P03: Over-endorsement acts on intention through credibility, not directly; buffered by interest
// in the product.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p03() {
  return {
      .id = "P03",
      .finding =
          "over-endorsement acts on intention through credibility, not directly; buffered "
          "by interest in the product",
      .source = "PLS study, n=303",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "freeze trust: the load effect on purchase falls >=80%; smaller for "
          "high-interest consumers",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
