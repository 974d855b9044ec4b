// P11: micro-influencers persuade more, for hedonic products and not for utilitarian ones.
#include "analysis/patterns/followers.hpp"
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr double micro = 30'000;    // people that follow; the source has 10,000 to 100,000
constexpr double mega = 2'000'000;  // and more than a million

/// Mean purchase intention of an audience that has seen one post.
double intention_after(const Lab& lab, double people, market::ProductKind product,
                       random::Replicate replicate) {
  const graph::Network network = stage(lab, 1'000, people);
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.platform.sponsored_growth = 0;  // the famous endorse no more often
  arm.brands[0].product = product;
  engine::World world = make_world(network, arm, lab.run(1, 0), replicate);
  plan_post(world, 0, 0, 0);
  run_days(world, 0, 1);
  return mean_of(world, followers_of(world, 0), 0, 1, intention);
}

/// Micro less mega.
struct Advantage {
  double hedonic = 0;
  double utilitarian = 0;
};

/// Groups of an experiment are different people, and its two influencers different accounts.
Advantage in_experiment(const Lab& lab, random::Replicate experiment) {
  const auto number = static_cast<std::uint32_t>(experiment);
  const random::Replicate of_micro{2 * number};
  const random::Replicate of_mega{2 * number + 1};
  const auto advantage = [&](market::ProductKind product) {
    return intention_after(lab, micro, product, of_micro) -
           intention_after(lab, mega, product, of_mega);
  };
  return {.hedonic = advantage(market::ProductKind::hedonic),
          .utilitarian = advantage(market::ProductKind::utilitarian)};
}

Evidence measure(const Lab& lab) {
  const auto seeds = lab.replicates(lab.seeds(40, 8), [&](random::Replicate experiment) {
    return in_experiment(lab, experiment);
  });
  return {
      .readings = {over_seeds(
                       seeds, &Advantage::hedonic,
                       "intention after a post of a micro-influencer less a mega one, hedonic", "1",
                       {.low = 0}, Rule::interval_inside),
                   over_seeds(seeds, &Advantage::utilitarian, "the same, utilitarian", "1",
                              {.low = 0, .high = 0}, Rule::interval_meets),
                   over_seeds(
                       seeds, [](const Advantage& each) { return each.hedonic - each.utilitarian; },
                       "advantage, hedonic less utilitarian", "1", {.low = 0},
                       Rule::interval_inside)},
      .note =
          "A seed is an experiment between subjects: 1000 people see one post of a "
          "micro-influencer of 30,000 people, others one of a mega-influencer of two million, in "
          "all else drawn alike; author and participants are drawn apart for the two, so that the "
          "interval is about influencers at large. Were they shared, any difference however small "
          "would count as one. Intention is what the source asked for; without a post it is the "
          "same for all. For utilitarian products relatability is neutral, and what is left of "
          "size is the popularity cue."};
}

}  // namespace

Pattern p11() {
  return {
      .id = "P11",
      .finding =
          "Micro-influencers persuade more than mega-influencers, for hedonic products and not for "
          "utilitarian ones.",
      .source = "Park, Lee, Xiong, Septianto & Seo 2021, Journal of Advertising 50(5)",
      .grade = "A",
      .published =
          "micro (10,000 to 100,000 followers) more persuasive than mega (above a million), only "
          "where consumption is hedonic (4 experiments)",
      .criterion =
          "The advantage of a micro- over a mega-influencer in purchase intention after one post "
          "is above 0 for a hedonic product (95% interval), its interval includes 0 for a "
          "utilitarian one, and it is larger for the hedonic one (95% interval).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
