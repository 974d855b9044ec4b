// P18: a follower of a nano-influencer brings more revenue than one of a macro-influencer.
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/expected_revenue.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

namespace {

struct Returns {
  double ratio = 0;
  double exponent = 0;
  double ratio_with_fixed_cost = 0;
};

Evidence measure(const Lab& lab) {
  const engine::Arm arm = usual_arm(lab.arm());
  const double fixed_cost = arm.campaigns.front().fixed_cost_per_influencer_usd;
  const auto all = lab.replicates(lab.seeds(20, 4), [&](random::Replicate replicate) {
    const GoingMarket going = warm_market(lab, arm, replicate);
    const std::vector<PostRevenue> posts = expected_revenue(going.world, 0, warm_up_days);
    return Returns{nano_over_macro(posts), revenue_exponent(posts),
                   nano_over_macro(posts, fixed_cost)};
  });
  const auto over = [&all](double Returns::*figure) {
    return mean_over(all, [figure](const Returns& each) { return each.*figure; });
  };
  return {
      .readings =
          {
              {"revenue per dollar, nano over macro", "1", over(&Returns::ratio),
               bands::nano_over_macro},
              {"exponent of revenue per follower on followers", "1", over(&Returns::exponent),
               bands::revenue_exponent},
              {"the same ratio with a fixed cost per influencer",
               "1",
               over(&Returns::ratio_with_fixed_cost),
               {}},
          },
      .note =
          "One disclosed post by each influencer for a brand such as those in the background. "
          "Revenue is price times the first purchases that the post is to be expected to bring: "
          "at once by click, as by a code, or later by consideration that it sets off; summed over "
          "followers by their chance to see it, since purchases are too rare to count. Costs are "
          "fees, at the median price of the tier and, as in the source, without the brand's own "
          "work; the last reading adds 50 dollars an influencer and is not judged. Macro is the "
          "platform's tier, 500,000 to a million.",
  };
}

}  // namespace

Pattern p18() {
  return {
      .id = "P18",
      .finding =
          "a follower of a nano-influencer brings 0.265 EUR of revenue, one of a macro-influencer "
          "0.049 EUR, while a macro-influencer costs about 18 times as much",
      .source =
          "Beichert et al. 2024, Journal of Marketing: 1.88 million purchases, 3 field studies",
      .grade = "A",
      .published =
          "revenue per follower 0.265 EUR nano, 0.049 EUR macro; fees of macro-influencers about "
          "18 times those of nano ones",
      .criterion =
          "equal budgets for fees: revenue per dollar of nano over macro accounts 3 to 10; "
          "exponent "
          "of revenue per follower on followers, 1,000 to a million, -0.55 to -0.25",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
