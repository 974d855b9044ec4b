// P19: attitude is highest at about ten exposures, and spacing them helps.
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/repetition.hpp"
#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

namespace {

Evidence measure(const Lab& lab) {
  const auto all = lab.replicates(
      lab.seeds(12, 4), [&](random::Replicate replicate) { return repetition(lab, replicate); });
  const auto over = [&all](double (*figure)(const Repetition&)) { return mean_over(all, figure); };
  return {
      .readings =
          {
              {"spaced exposures at the highest attitude", "exposures",
               over([](const Repetition& each) { return peak_of(each.spaced).exposures; }),
               bands::spaced_peak},
              {"highest attitude, spaced less massed", "score", over([](const Repetition& each) {
                 return peak_of(each.spaced).attitude - peak_of(each.massed).attitude;
               }),
               bands::spaced_less_massed, Rule::interval_inside},
              {"massed exposures at the highest attitude",
               "exposures",
               over([](const Repetition& each) { return peak_of(each.massed).exposures; }),
               {}},
          },
      .note =
          "One author, 200 followers who are shown everything, 1 to 25 advertisements for one "
          "brand: every two to three days, or all on one day. Attitude is the score of the brand "
          "on the evening of the last one. Trust, load and unfollowing are switched off, since the "
          "advertisements of the source have no messenger to wear out. A peak of 25 means that "
          "attitude still rises there.",
  };
}

}  // namespace

Pattern p19() {
  return {
      .id = "P19",
      .finding =
          "attitude towards a brand is highest at about ten exposures to its advertising, and "
          "spacing the exposures helps attitude",
      .source = "Schmidt & Eisend 2015, Journal of Advertising (meta-analysis)",
      .grade = "A",
      .published =
          "attitude peaks at about ten exposures; recall has no ceiling before the eighth; spacing "
          "helps attitude",
      .criterion =
          "1 to 25 exposures: attitude highest at 8 to 12 if they are spaced, and the highest "
          "attitude of massed exposures below it with the whole 95% interval of the difference",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
