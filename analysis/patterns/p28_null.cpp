// P28: Null test.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p28() {
  return {
      .id = "P28",
      .finding = "null test",
      .source = "ours",
      .grade = "-",
      .published = "TODO",
      .criterion =
          "equalise relatability, price per exposure and load: no tier wins beyond chance "
          "(win rate 45-55% over >=200 paired seeds)",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
