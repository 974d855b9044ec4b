// P10: influencers are trusted more than celebrities, by those who see themselves in them.
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr double micro = 30'000;  // people that follow
constexpr double celebrity = 6'000'000;
constexpr std::size_t posts = 4;  // sponsored, one a week, beside the usual ones
constexpr market::Day every = 7;
constexpr auto done = static_cast<market::Day>(every * posts);

/// Mean trust of the audience after the posts.
double trust_in(const Lab& lab, double people, bool equal_similarity, random::Replicate replicate) {
  const graph::Network network = stage(lab, 1'000, people);
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.platform.sponsored_growth = 0;  // the famous endorse no more often
  if (equal_similarity) arm.market.mechanism.relatability = false;
  engine::World world = make_world(network, arm, lab.run(done, 0), replicate);
  plan_posts(world, 0, 0, posts, every);
  run_days(world, 0, done);
  return mean_trust(world, 0, done);
}

/// Trust in the micro-influencer less that in the celebrity.
struct Gap {
  double whole = 0;
  double equal_similarity = 0;
};

Evidence measure(const Lab& lab) {
  const auto seeds = lab.replicates(lab.seeds(40, 6), [&](random::Replicate replicate) {
    const auto gap = [&](bool equal_similarity) {
      return trust_in(lab, micro, equal_similarity, replicate) -
             trust_in(lab, celebrity, equal_similarity, replicate);
    };
    return Gap{.whole = gap(false), .equal_similarity = gap(true)};
  });
  return {
      .readings =
          {over_seeds(seeds, &Gap::whole, "trust in a micro-influencer less that in a celebrity",
                      "1", {.low = 0}, Rule::interval_inside),
           over_seeds(seeds, &Gap::equal_similarity, "the same with relatability equal", "1"),
           over_seeds(seeds,
                      [](const Gap& each) { return each.equal_similarity - 0.5 * each.whole; },
                      "gap with relatability equal less half of the whole gap", "1", {.high = 0})},
      .note =
          "The same consumers, once as the audience of a micro-influencer of 30,000 people and "
          "once of a celebrity of six million; all see the same posts, usual ones and four "
          "sponsored ones of a brand of background fit. Relatability stands for identification "
          "and similarity; equal means neutral for both. Seeds draw the author's authenticity "
          "and expertise, which both sizes share. Against the gap work the popularity cue and "
          "nothing else; for it relatability, which narrows with audience by assumption."};
}

}  // namespace

Pattern p10() {
  return {
      .id = "P10",
      .finding =
          "Influencers beat celebrities, through wishful identification, similarity and trust.",
      .source = "Schouten, Janssen & Verspaget 2020",
      .grade = "A",
      .published =
          "influencers are identified with, found similar and trusted more than celebrities (N = "
          "131 and 446); sizes not given in the abstract",
      .criterion =
          "At equal exposures trust in a micro-influencer is above that in a celebrity (95% "
          "interval of the difference above 0), and the gap with relatability equal is at most "
          "half of it.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
