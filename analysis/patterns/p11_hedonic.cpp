// P11: The micro advantage holds for hedonic, not utilitarian products (4 experiments).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p11() {
  return {
      .id = "P11",
      .finding = "the micro advantage holds for hedonic, not utilitarian products (4 experiments)",
      .source = "Park et al. 2021",
      .grade = "A",
      .published = "TODO",
      .criterion = "per-exposure advantage > 0 hedonic, CI includes 0 utilitarian",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
