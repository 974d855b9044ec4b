// P08: Sponsored / organic engagement about 0.84 for small accounts, about 0.2 for mega.
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p08() {
  return {
      .id = "P08",
      .finding =
          "sponsored / organic engagement about 0.84 for small accounts, about 0.2 for "
          "mega",
      .source = "industry tables",
      .grade = "C",
      .published = "TODO",
      .criterion = "ratio 0.75-0.95 at 20k followers, 0.1-0.4 at 3M",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
