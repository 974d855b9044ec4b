// P02: a sponsored video costs subscribers, against a matched organic one: more of a large
// audience, fewer where brand and author fit.
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/sponsored_loss.hpp"

namespace clout::patterns {

namespace {

struct Losses {
  double usual = 0;
  double slope = 0;
  double fit = 0;      ///< good over poor
  double unknown = 0;  ///< over known
};

Losses losses_of(const engine::World& world) {
  const auto loss = [&](LossBrand brand) { return sponsored_loss(world, brand, warm_up_days); };
  const std::vector<SizePoint> usual = loss(LossBrand::usual);
  return {.usual = mean_loss(usual),
          .slope = relative_slope(usual),
          .fit = mean_loss(loss(LossBrand::good_fit)) / mean_loss(loss(LossBrand::poor_fit)),
          .unknown = mean_loss(loss(LossBrand::unknown)) / mean_loss(loss(LossBrand::known))};
}

Evidence measure(const Lab& lab) {
  const engine::Arm arm = loss_arm(lab.arm_on(market::PlatformProfile::youtube));
  const auto all = lab.replicates(lab.seeds(30, 6), [&](random::Replicate replicate) {
    return losses_of(warm_market(lab, arm, replicate).world);
  });
  const auto over = [&all](double Losses::*figure) {
    return mean_over(all, [figure](const Losses& each) { return each.*figure; });
  };
  return {
      .readings =
          {
              {"loss by a sponsored video", "share of followers", over(&Losses::usual),
               bands::sponsored_loss},
              {"relative change of the loss per e-fold of followers", "1", over(&Losses::slope),
               bands::loss_slope, Rule::interval_inside},
              {"loss at fit 0.9 over loss at fit 0.1", "1", over(&Losses::fit),
               bands::loss_at_good_fit},
              {"loss for an unknown brand over a known one", "1", over(&Losses::unknown), {}},
          },
      .note =
          "Every account of 10,000 followers or more on the YouTube profile makes one disclosed "
          "post for a brand such as those in the background or, to the same viewers in the same "
          "state, an organic one. The loss is the difference of the chances to leave on that post "
          "and in the week after it, summed over followers by their chance to see it instead of "
          "drawn; intervals are over traits and histories. Each account counts alike; the slope "
          "weighs size classes of half an e-fold alike. The last reading is shown and not judged: "
          "the source finds it below 1.",
  };
}

}  // namespace

Pattern p02() {
  return {
      .id = "P02",
      .finding =
          "a sponsored video costs a YouTube channel 0.19% of its subscribers against a matched "
          "organic one: more of a large audience, less with good fit and for lesser-known brands",
      .source = "Cheng & Zhang 2025, Management Science 71(7): 861 YouTubers, about 86,000 videos",
      .grade = "A",
      .published =
          "0.19% of subscribers per sponsored video; larger for large audiences; smaller with good "
          "fit and for lesser-known brands",
      .criterion =
          "matched posts to the same viewers: mean loss 0.05% to 0.5% of followers; its slope on "
          "ln followers above 0 with its whole 95% interval; loss at fit 0.9 at most half of that "
          "at fit 0.1",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
