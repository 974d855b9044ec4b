// P07: persuasion knowledge cuts persuasion, and does not undo it.
#include <algorithm>

#include "analysis/patterns/followers.hpp"
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr double full = 10;          // logit at which suspicion is 1 whatever else is true
constexpr double none = -10;         // and 0
constexpr market::Day settled = 28;  // days in which spill-over builds up
constexpr std::size_t posts = 3;     // a campaign's default, one a week
constexpr market::Day every = 7;
constexpr auto done = static_cast<market::Day>(settled + every * posts);

/// What a campaign changes.
struct Effect {
  std::vector<double> intention;  ///< of each follower
  double aware = 0;               ///< share of followers that get to know the brand
};

Effect effect_of_campaign(const Lab& lab, const graph::Network& network, double suspicion,
                          random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.market.suspicion.intercept = suspicion;
  engine::World without = make_world(network, arm, lab.run(done, 0), replicate);
  run_days(without, 0, settled);
  engine::World with(without);
  plan_posts(with, 0, settled, posts, every);
  run_days(without, settled, done);
  run_days(with, settled, done);
  const auto followers = followers_of(with, 0);
  Effect effect{.intention = {},
                .aware = aware_share(with, followers, 0) - aware_share(without, followers, 0)};
  for (const AccountId follower : followers) {
    effect.intention.push_back(static_cast<double>(intention(with, follower, 0, done)) -
                               static_cast<double>(intention(without, follower, 0, done)));
  }
  return effect;
}

struct Persuasion {
  double not_harmed = 0;      ///< share of consumers with a net effect of 0 or more
  double intention_left = 0;  ///< effect at full suspicion over that at none
  double awareness_left = 0;
};

Persuasion of_seed(const Lab& lab, const graph::Network& network, random::Replicate replicate) {
  const Effect wary = effect_of_campaign(lab, network, full, replicate);
  const Effect trusting = effect_of_campaign(lab, network, none, replicate);
  const auto not_harmed = std::ranges::count_if(wary.intention, [](double e) { return e >= 0; });
  return {
      .not_harmed = static_cast<double>(not_harmed) / static_cast<double>(wary.intention.size()),
      .intention_left =
          stats::moments(wary.intention).mean / stats::moments(trusting.intention).mean,
      .awareness_left = wary.aware / trusting.aware};
}

Evidence measure(const Lab& lab) {
  const graph::Network network = stage(lab, 4'000, 100'000);
  const auto seeds = lab.replicates(lab.seeds(40, 6), [&](random::Replicate replicate) {
    return of_seed(lab, network, replicate);
  });
  constexpr Band cut_not_undone{.low = 0.05, .high = 0.95};
  return {
      .readings = {over_seeds(seeds, &Persuasion::not_harmed,
                              "consumers whose intention advertising does not lower, at full "
                              "suspicion",
                              "share", {.low = 0.9}),
                   over_seeds(seeds, &Persuasion::intention_left,
                              "effect on intention at full suspicion over that at none", "1",
                              cut_not_undone, Rule::interval_inside),
                   over_seeds(seeds, &Persuasion::awareness_left,
                              "effect on awareness at full suspicion over that at none", "1",
                              cut_not_undone, Rule::interval_inside)},
      .note =
          "Suspicion of every post is driven to 1 (and, for comparison, to 0) by its intercept, "
          "in all advertising and from four weeks before the campaign on, so that distrust of "
          "the kind and of all advertising has built up. Three weekly posts by an influencer "
          "of 100,000 people, fit and familiarity as in the background; each consumer against "
          "itself in a copy without campaign, a week after the last post. Intention is what "
          "one would say who knows the brand; that advertising also makes it known is read "
          "apart. In intention the messenger's credibility and fit count in full however "
          "little of the posts is remembered."};
}

}  // namespace

Pattern p07() {
  return {
      .id = "P07",
      .finding =
          "Persuasion knowledge has only about half of the explanatory power of persuasion: "
          "knowing does not undo.",
      .source = "Eisend & Tarrahi 2022",
      .grade = "A",
      .published = "persuasion knowledge reaches about half of persuasion's explanatory power",
      .criterion =
          "Full suspicion cuts the effect of advertising and never undoes it: against no "
          "advertising the net effect on purchase intention is 0 or more in at least 90% of "
          "consumers, and of the effects on intention and on awareness without suspicion 5% to "
          "95% are left (95% intervals inside).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
