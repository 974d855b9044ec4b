// P12: Counter: more followers, more liked (popularity cue).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p12() {
  return {
      .id = "P12",
      .finding = "counter: more followers, more liked (popularity cue)",
      .source = "De Veirman et al. 2017",
      .grade = "A",
      .published = "TODO",
      .criterion = "the cue is its own parameter (>=0); nowhere is \"micro wins\" hard-coded",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
