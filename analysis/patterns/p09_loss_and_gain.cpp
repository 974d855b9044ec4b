// P09: trust is lost faster than it is gained.
#include <cmath>

#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"
#include "sim/engine/follow_edges.hpp"

namespace clout::patterns {

namespace {

/// Trust summed over followers, and their room for more: R (ceiling - T).
struct Sums {
  double trust = 0;
  double room = 0;
};

Sums sums(const engine::World& world, market::Day day) {
  const market::Rates& rates = world.rates;
  const engine::Influencer& author = world.influencers[0];
  const market::Interests of_author = world.traits[index(author.account)].interests();
  Sums result;
  for_each_follower(world, 0, day, [&](AccountId follower, float trust) {
    const float R = engine::relatability_of(rates, world.traits[index(follower)].interests(),
                                            of_author, author.author.appeal);
    result.trust += static_cast<double>(trust);
    result.room += static_cast<double>(R * (rates.ceiling - trust));
  });
  return result;
}

/// How good the product is that all followers buy on the day on which they see a post.
enum class Product { none, best, worst };

/// On the morning after.
Sums after_buying(const Lab& lab, const graph::Network& network, double factor, Product product,
                  random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.market.mechanism.consideration = false;  // nobody buys for another reason
  arm.market.word_of_mouth.innovation_per_day = product == Product::none ? 0 : 1;
  arm.market.funnel.satisfaction_mean = product == Product::worst ? 0 : 1;
  arm.market.funnel.satisfaction_spread = 0;
  arm.market.trust.bad_experience_factor = factor;
  engine::World world = make_world(network, arm, lab.run(1, 0), replicate);
  plan_post(world, 0, 0, 0);
  run_days(world, 0, 1);
  return sums(world, 1);
}

/// The worst experience against the best.
struct Asymmetry {
  double rates = 0;   ///< share of trust lost over share of the room gained
  double points = 0;  ///< trust lost over trust gained
};

Asymmetry asymmetry(const Lab& lab, const graph::Network& network, double factor,
                    random::Replicate replicate) {
  const auto after = [&](Product product) {
    return after_buying(lab, network, factor, product, replicate);
  };
  const Sums before = after(Product::none);
  const double lost = before.trust - after(Product::worst).trust;
  const double gained = after(Product::best).trust - before.trust;
  return {.rates = lost / before.trust / (gained / before.room), .points = lost / gained};
}

constexpr market::Day heavy_days = 30;  // of two sponsored posts a day
constexpr market::Day longest = 730;    // slower recoveries count as this
constexpr double regained = 0.9;        // of what was lost

/// Days until trust is back over the days in which it was lost; against a copy of the market
/// without the heavy endorsing.
double recovery_over_loss(const Lab& lab, const graph::Network& network,
                          random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  const auto run = lab.run(heavy_days + longest, 0);
  engine::World steady = make_world(network, arm, run, replicate);
  engine::World heavy(steady);
  plan_posts(heavy, 0, 0, heavy_days, 1);
  plan_posts(heavy, 0, 0, heavy_days, 1);
  const auto go_on = [&](market::Day from, market::Day to) {
    run_days(steady, from, to);
    run_days(heavy, from, to);
  };
  const auto gap = [&](market::Day day) {
    return mean_trust(steady, 0, day) - mean_trust(heavy, 0, day);
  };
  go_on(0, heavy_days);
  const double lost = gap(heavy_days);
  if (lost <= 0) return std::nan("");  // nothing to recover from
  market::Day day = heavy_days;
  for (; day < heavy_days + longest && gap(day) > (1 - regained) * lost; ++day)
    go_on(day, static_cast<market::Day>(day + 1));
  return static_cast<double>(day - heavy_days) / static_cast<double>(heavy_days);
}

struct LossAndGain {
  Asymmetry alike;     ///< factor 1
  Asymmetry fourfold;  ///< factor 4
  Asymmetry as_given;
  double recovery = 0;
};

Evidence measure(const Lab& lab) {
  const graph::Network network = stage(lab, 1'000, 100'000);
  const double given = lab.arm().market.trust.bad_experience_factor;
  const auto seeds = lab.replicates(lab.seeds(20, 4), [&](random::Replicate replicate) {
    return LossAndGain{.alike = asymmetry(lab, network, 1, replicate),
                       .fourfold = asymmetry(lab, network, 4, replicate),
                       .as_given = asymmetry(lab, network, given, replicate),
                       .recovery = recovery_over_loss(lab, network, replicate)};
  });
  return {
      .readings = {over_seeds(seeds, [](const LossAndGain& each) { return each.alike.rates; },
                              "rate of loss over rate of gain, bad_experience_factor 1", "1",
                              {.low = 0.9, .high = 1.1}),
                   over_seeds(seeds, [](const LossAndGain& each) { return each.fourfold.rates; },
                              "the same, bad_experience_factor 4", "1", {.low = 3.6, .high = 4.4}),
                   over_seeds(
                       seeds, [](const LossAndGain& each) { return each.as_given.points; },
                       "trust lost over trust gained, bad_experience_factor as set", "1"),
                   over_seeds(seeds, &LossAndGain::recovery,
                              "days of recovery after a month of heavy endorsing over days of loss",
                              "1", {.low = 1.5})},
      .note =
          "First, all followers of an influencer of 100,000 people buy what it has endorsed, and "
          "the product is as bad or as good as can be: the loss as a share of trust, the gain as a "
          "share of the room below the ceiling, weighted by relatability as the model has it. So "
          "equal rates are not equal points: the third figure is what one bad product costs over "
          "what one good product gives. Second, two sponsored posts a day for thirty days, then "
          "the usual posts; recovered means that nine tenths of the loss against a copy without "
          "them are back, and two years stand for whatever takes longer. Recovery depends on how "
          "fast trust rests and gains, not on bad_experience_factor."};
}

}  // namespace

Pattern p09() {
  return {
      .id = "P09",
      .finding = "Trust is lost faster than it is gained (contested: some games find symmetry).",
      .source = "Slovic 1993; Poortinga & Pidgeon 2004; Zhu et al. 2023",
      .grade = "A",
      .published = "negative events weigh more than positive ones; no rate, and in some games none",
      .criterion =
          "The rate of loss over that of gain follows its parameter from 1 (0.9..1.1, symmetry) to "
          "4 (3.6..4.4); at the parameters as set, winning back nine tenths of the trust that a "
          "month of heavy endorsing has cost takes at least 1.5 times as long as losing it.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
