// P24: Homophily explains over half of apparent contagion.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p24() {
  return {
      .id = "P24",
      .finding = "homophily explains over half of apparent contagion",
      .source = "Aral et al. 2009",
      .grade = "A",
      .published = "TODO",
      .criterion = "word of mouth off: residual neighbour correlation >=30% of the total",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
