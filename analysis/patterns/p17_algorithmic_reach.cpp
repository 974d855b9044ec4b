// P17: Algorithmic feed: follower elasticity of impressions always > 0, mean 0.10 (TikTok).
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

Evidence measure([[maybe_unused]] const Lab& lab) { return {}; }

}  // namespace

Pattern p17() {
  return {
      .id = "P17",
      .finding =
          "algorithmic feed: follower elasticity of impressions always > 0, mean 0.10 "
          "(TikTok)",
      .source = "Tian, Dew & Iyengar 2024 JMR",
      .grade = "A",
      .published = "TODO",
      .criterion = "\"algorithmic\" feed: elasticity 0.05-0.3",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
