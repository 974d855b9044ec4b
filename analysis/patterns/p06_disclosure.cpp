// P06: Disclosure: recognition and persuasion knowledge up, credibility down; purchase n.s. (meta:
// 37 studies, N=12,721).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p06() {
  return {
      .id = "P06",
      .finding =
          "disclosure: recognition and persuasion knowledge up, credibility down; purchase "
          "n.s. (meta: 37 studies, N=12,721)",
      .source = "Liu & Zhao; Eisend et al. 2020",
      .grade = "A",
      .published = "TODO",
      .criterion =
          "disclosure on: credibility falls, recall rises, CI of the purchase difference "
          "includes 0 at defaults",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
