// P08: sponsored posts are engaged with less than organic ones of the same account, far less where
// it is large.
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

namespace {

struct Ratios {
  double small = 0;
  double mega = 0;
};

Evidence measure(const Lab& lab) {
  const engine::Arm arm = usual_arm(lab.arm());
  const auto all = lab.replicates(lab.seeds(12, 4), [&](random::Replicate replicate) {
    const GoingMarket going = warm_market(lab, arm, replicate);
    const auto accounts = account_engagement(going.world, warm_up_days, usual_sponsoring(arm));
    return Ratios{sponsored_ratio(accounts, small_audience),
                  sponsored_ratio(accounts, mega_audience)};
  });
  return {
      .readings =
          {
              {"sponsored over organic engagement at 20,000 followers", "1",
               mean_over(all, [](const Ratios& each) { return each.small; }), bands::ratio_at_20k},
              {"sponsored over organic engagement at 3 million followers", "1",
               mean_over(all, [](const Ratios& each) { return each.mega; }), bands::ratio_at_3m},
          },
      .note =
          "Engagements per view of a sponsored post, of a brand such as those in the background, "
          "over those of an organic post by the same account to the same viewers; accounts within "
          "a factor of 1.5 of the audience named. In the model this ratio is the penalty m(F) "
          "times "
          "what suspicion leaves; m was fitted to this pattern, so it tests little beside it.",
  };
}

}  // namespace

Pattern p08() {
  return {
      .id = "P08",
      .finding =
          "sponsored posts get about 0.84 of the engagement of organic ones at small accounts and "
          "about 0.2 at mega ones",
      .source = "industry tables, unaudited",
      .grade = "C",
      .published =
          "sponsored over organic engagement about 0.84 for small accounts, about 0.2 for mega "
          "ones",
      .criterion =
          "the same accounts, engagement per view: ratio 0.75 to 0.95 at 20,000 followers and 0.1 "
          "to 0.4 at 3 million",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
