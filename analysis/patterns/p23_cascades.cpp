// P23: adoption by word of mouth comes in many shallow cascades; large ones are large broadcasts.
#include <algorithm>

#include "analysis/patterns/advertising_response.hpp"
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/cascades.hpp"
#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

namespace {

struct Figures {
  double shallow = 0;
  double caused = 0;
  double correlation = 0;
  double alone = 0;    ///< share of cascades of one adopter
  double largest = 0;  ///< adopters of the largest
};

Figures figures_of(const Cascades& cascades, market::Day before) {
  const auto begun = cascades.begun_before(before);
  Figures figures{.shallow = shallow_share(begun),
                  .caused = cascades.caused_per_adopter(before),
                  .correlation = size_by_broadcast(begun)};
  for (const auto& each : begun) {
    figures.largest = std::max(figures.largest, static_cast<double>(each.size));
    figures.alone += (each.size == 1 ? 1.0 : 0.0) / static_cast<double>(begun.size());
  }
  return figures;
}

Evidence measure(const Lab& lab) {
  const engine::Arm arm = usual_arm(lab.arm());
  const ResponseTiming timing{.period = 56, .after = 84};
  const auto all = lab.replicates(lab.seeds(16, 4), [&](random::Replicate replicate) {
    Cascades cascades(lab.market().graph.accounts());
    run_always_on(lab, arm, replicate, timing,
                  [&](market::Day day, const GoingMarket& going, const engine::DayTally&) {
                    cascades.record(going, day);
                  });
    return figures_of(cascades, static_cast<market::Day>(warm_up_days + timing.period));
  });
  const auto over = [&all](double Figures::*figure) {
    return mean_over(all, [figure](const Figures& each) { return each.*figure; });
  };
  return {
      .readings =
          {
              {"cascades that end within one step", "share", over(&Figures::shallow),
               bands::shallow_cascades},
              {"adoptions caused per adopter", "1", over(&Figures::caused),
               bands::caused_per_adopter},
              {"correlation of size and largest broadcast", "1", over(&Figures::correlation),
               bands::size_by_broadcast},
              {"cascades of one adopter", "share", over(&Figures::alone), {}},
              {"size of the largest cascade", "agents", over(&Figures::largest), {}},
          },
      .note =
          "A brand such as those in the background that always advertises. The parent of an "
          "adopter is an adopter whose praise it was shown on the day of its first purchase, "
          "whatever made it buy. Cascades and adopters of the first 12 weeks, with what became of "
          "them in another 12. A broadcast is the number of adoptions that one adopter caused. "
          "Adopters are agents of 500 people each, so what people within an agent do to each other "
          "is not seen, and the published share of cascades of 100 and more cannot be tested. The "
          "last two readings are shown and not judged.",
  };
}

}  // namespace

Pattern p23() {
  return {
      .id = "P23",
      .finding =
          "most cascades of adoption end within one degree of their seed, and the size of the "
          "large ones is set by the largest broadcast",
      .source =
          "Goel, Watts & Goldstein 2012, ACM EC; Goel, Anderson, Hofman & Watts 2015, Management "
          "Science",
      .grade = "A/B",
      .published =
          "the vast majority of cascades are of depth 0 or 1; about 0.025% reach 100 adoptions; "
          "size goes with the largest broadcast",
      .criterion =
          "at least 85% of cascades, those of one adopter included, of depth at most 1; fewer than "
          "one adoption caused per adopter; correlation of size and largest broadcast above 0.7",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
