// P21: sales answer to advertising by a small elasticity, twice as large in the long run.
#include "analysis/patterns/advertising_response.hpp"
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/ratio_interval.hpp"

namespace clout::patterns {

namespace {

Evidence measure(const Lab& lab) {
  const engine::Arm arm = usual_arm(lab.arm());
  const ResponseTiming timing{.period = 56,
                              .after = static_cast<market::Day>(lab.seeds(long_run_days, 56))};
  const auto all = lab.replicates(lab.seeds(16, 3), [&](random::Replicate replicate) {
    double monthly_sales = 0;
    const GoingMarket going =
        warm_market(lab, arm, replicate, timing.days(),
                    [&](market::Day, const GoingMarket&, const engine::DayTally& tally) {
                      monthly_sales += sales(tally);
                    });
    return advertising_response(going, monthly_sales, timing);
  });
  return {
      .readings =
          {
              {"short-run elasticity of sales", "1", mean_over(all, short_run_elasticity),
               bands::short_run},
              {"long-run over short-run", "1",
               ratio_over(
                   all, [](const auto& each) { return each.extra_during + each.extra_after; },
                   [](const auto& each) { return each.extra_during; }),
               bands::long_over_short},
              {"half-life of awareness", "days", mean_over(all, awareness_half_life),
               bands::awareness_half_life},
          },
      .note =
          "A brand such as those in the background spends 5% of its sales on posts by accounts of "
          "all sizes, all the time; for eight weeks half as much again, or not, with the same "
          "random draws. Sales are purchases, first and repeated. Short: ln of the ratio of sales "
          "in these weeks over ln 1.5. Long over short: sales gained in them and in the 26 weeks "
          "after (a quick run projects them from eight) over those gained in them. Awareness is "
          "followed for four weeks in a market that falls silent after the eight, among consumers "
          "who know the brand from the platform only and have not bought it. The ratio grows with "
          "the weeks that count as the long run: buyers who were won are hardly ever lost and go "
          "on buying; with few repeat purchases it is near 1.6.",
  };
}

}  // namespace

Pattern p21() {
  return {
      .id = "P21",
      .finding =
          "the advertising elasticity of sales is 0.12 in the short and 0.24 in the long run; "
          "advertising carries over for months",
      .source = "Sethuraman, Tellis & Briesch 2011, Journal of Marketing Research (meta-analysis)",
      .grade = "A",
      .published = "elasticity 0.12 short-run, 0.24 long-run; carry-over of months",
      .criterion =
          "half as much advertising again for eight weeks: short-run elasticity 0.05 to 0.25, "
          "long-run over short-run 1.5 to 3, half-life of awareness after advertising stops two to "
          "six weeks",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
