// P15: engagement with sponsored posts is an inverted U in the author's followers.
#include <cmath>

#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

namespace {

struct Curves {
  SizeCurve usual;
  SizeCurve customised;
  SizeCurve unfamiliar;
};

Curves curves_of(const engine::World& world, Sponsoring sponsoring) {
  const auto curve = [&](const Sponsoring& by) {
    return sponsored_curve(account_engagement(world, warm_up_days, by));
  };
  return {curve(sponsoring), curve({sponsoring.familiarity, true}), curve({0, false})};
}

/// Geometric mean: peaks are read off a curve in ln followers.
stats::MeanInterval geometric(stats::MeanInterval of_logs) {
  return {std::exp(of_logs.mean), std::exp(of_logs.low), std::exp(of_logs.high), of_logs.count};
}

Evidence measure(const Lab& lab) {
  const engine::Arm arm = usual_arm(lab.arm());
  const auto all = lab.replicates(lab.seeds(20, 4), [&](random::Replicate replicate) {
    return curves_of(warm_market(lab, arm, replicate).world, usual_sponsoring(arm));
  });
  const auto curvature = [&all](SizeCurve Curves::*curve) {
    return mean_over(all, [curve](const Curves& each) { return (each.*curve).curvature; });
  };
  return {
      .readings =
          {
              {"curvature", "per squared e-fold of followers", curvature(&Curves::usual),
               bands::curvature, Rule::interval_inside},
              {"audience at the peak", "followers",
               geometric(
                   mean_over(all, [](const Curves& each) { return std::log(each.usual.peak); })),
               bands::peak},
              {"curvature with customised content",
               "per squared e-fold of followers",
               curvature(&Curves::customised),
               {}},
              {"curvature for a brand that nobody knows",
               "per squared e-fold of followers",
               curvature(&Curves::unfamiliar),
               {}},
          },
      .note =
          "ln E on ln F and ln^2 F, with E the engagements per sponsored post that followers are "
          "to be expected to make, for a brand such as those in the background; fitted over size "
          "classes of half an e-fold from 1,000 to 5 million followers, each alike. The last two "
          "are shown and not judged: the source finds them flatter, that is nearer to 0.",
  };
}

}  // namespace

Pattern p15() {
  return {
      .id = "P15",
      .finding =
          "engagement with sponsored posts is an inverted U in followers that peaks near a "
          "million, "
          "flatter with customised content and unfamiliar brands",
      .source =
          "Wies, Bleier & Edeling 2023, Journal of Marketing: 802 campaigns, more than 1,700 "
          "influencers",
      .grade = "A",
      .published = "an inverted U of engagement in followers with its peak at about a million",
      .criterion =
          "ln E on ln F and ln^2 F from 1,000 to 5 million followers: curvature below 0 with its "
          "whole 95% interval, and the peak between 0.3 and 3 million followers",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
