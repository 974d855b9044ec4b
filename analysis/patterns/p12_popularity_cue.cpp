// P12: more followers, more liked: the counterweight to what small accounts have.
#include "analysis/patterns/followers.hpp"
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr double small = 20'000;  // people that follow
constexpr double large = 2'000'000;
constexpr std::size_t posts = 6;  // of the campaign, every other day
constexpr auto days = static_cast<market::Day>(2 * posts);

/// Authors that differ in followers only: relatability and shares of sponsored posts are the same,
/// everybody sees everything, nobody gets answers.
engine::Arm all_else_equal(const Lab& lab) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.market.mechanism.relatability = false;
  arm.market.mechanism.reply = false;
  arm.platform.sponsored_growth = 0;
  return arm;
}

struct Audience {
  double trust = 0;
  double intention = 0;
  double bought = 0;  ///< share of followers
};

Audience with_followers(const Lab& lab, double people, double cue, random::Replicate replicate) {
  const graph::Network network = stage(lab, 1'000, people);
  engine::Arm arm = all_else_equal(lab);
  arm.market.trust.from_popularity = cue;
  engine::World world = make_world(network, arm, lab.run(days, 0), replicate);
  plan_posts(world, 0, 0, posts, 2);
  const engine::DayTally sum = run_days(world, 0, days);
  const auto followers = followers_of(world, 0);
  return {.trust = mean_trust(world, 0, days),
          .intention = mean_of(world, followers, 0, days, intention),
          .bought = static_cast<double>(sum.brand[0].first_purchases) /
                    static_cast<double>(followers.size())};
}

/// Small less large.
struct Advantage {
  Audience no_cue;
  Audience cue;
  Audience as_given;
};

Audience advantage(const Lab& lab, double cue, random::Replicate replicate) {
  const Audience of_small = with_followers(lab, small, cue, replicate);
  const Audience of_large = with_followers(lab, large, cue, replicate);
  return {.trust = of_small.trust - of_large.trust,
          .intention = of_small.intention - of_large.intention,
          .bought = of_small.bought - of_large.bought};
}

Evidence measure(const Lab& lab) {
  constexpr double raised = 0.1;  // of the logit of trust per ln follower, of 0 to 0.15 explored
  const double given = lab.arm().market.trust.from_popularity;
  const auto seeds = lab.replicates(lab.seeds(40, 6), [&](random::Replicate replicate) {
    return Advantage{.no_cue = advantage(lab, 0, replicate),
                     .cue = advantage(lab, raised, replicate),
                     .as_given = advantage(lab, given, replicate)};
  });
  constexpr Band nothing{.low = 0, .high = 0};
  constexpr Band above{.low = 0};
  return {
      .readings = {over_seeds(
                       seeds, [](const Advantage& each) { return each.no_cue.trust; },
                       "trust, 20,000 followers less 2 million, no cue, all else equal", "1",
                       nothing, Rule::interval_meets),
                   over_seeds(
                       seeds, [](const Advantage& each) { return each.no_cue.intention; },
                       "purchase intention, the same", "1", nothing, Rule::interval_meets),
                   over_seeds(
                       seeds, [](const Advantage& each) { return each.no_cue.bought; },
                       "buyers, the same", "share of followers", nothing, Rule::interval_meets),
                   over_seeds(
                       seeds,
                       [](const Advantage& each) { return each.no_cue.trust - each.cue.trust; },
                       "trust that a cue of 0.1 per ln follower adds for 2 million against 20,000",
                       "1", above, Rule::interval_inside),
                   over_seeds(
                       seeds,
                       [](const Advantage& each) {
                         return each.no_cue.intention - each.cue.intention;
                       },
                       "purchase intention that it adds", "1", above, Rule::interval_inside),
                   over_seeds(
                       seeds, [](const Advantage& each) { return -each.as_given.trust; },
                       "trust, 2 million followers less 20,000, cue as set, all else equal", "1")},
      .note =
          "Two audiences of the same consumers follow authors that are the same but for the number "
          "of people that follow; relatability is neutral for all, everybody is shown every post, "
          "answers are off and the share of sponsored posts does not grow with audience. What is "
          "left of size is then the cue alone. Engagement is left out: the residual penalty on "
          "sponsored engagement is a function of audience by design and stands in the model's "
          "description."};
}

}  // namespace

Pattern p12() {
  return {
      .id = "P12",
      .finding = "More followers, more liked: popularity is a cue of its own.",
      .source = "De Veirman, Cauberghe & Hudders 2017",
      .grade = "A",
      .published = "accounts with more followers are found more likeable, partly for being popular",
      .criterion =
          "With relatability, exposure, answers and sponsored share equal and no cue, accounts of "
          "20,000 and of 2 million followers do not differ in trust, intention and buyers (95% "
          "intervals include 0); a cue of 0.1 per ln follower raises trust and intention for the "
          "larger (95% intervals above 0).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
