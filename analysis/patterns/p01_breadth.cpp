// P01: the more products an endorser endorses, the less it is believed and liked.
#include <array>
#include <cmath>

#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"
#include "analysis/stats/effect_size.hpp"

namespace clout::patterns {

namespace {

constexpr std::array<std::size_t, 3> breadths = {1, 2, 4};
constexpr std::size_t posts = 12;  // a dozen: divides among 1, 2 and 4 brands

/// Trust of every follower on the morning after the last of the posts, which go round the brands.
std::vector<double> trust_after(const engine::World& start, std::size_t brands) {
  engine::World world(start);
  for (std::size_t n = 0; n < posts; ++n)
    plan_post(world, n % brands, 0, static_cast<market::Day>(n));
  constexpr auto after = static_cast<market::Day>(posts);
  run_days(world, 0, after);
  std::vector<double> trust;
  for_each_follower(world, 0, after,
                    [&](AccountId, float T) { trust.push_back(static_cast<double>(T)); });
  return trust;
}

struct Breadth {
  double falls = 0;   ///< 1 if strictly at each step
  double d = 0;       ///< 4 against 1 brands
  double spread = 0;  ///< of trust over followers
};

Breadth of_seed(const Lab& lab, const graph::Network& network, const engine::Arm& arm,
                random::Replicate replicate) {
  const engine::World start = make_world(network, arm, lab.run(posts, 0), replicate);
  std::array<std::vector<double>, breadths.size()> trust;
  std::array<double, breadths.size()> mean{};
  for (std::size_t n = 0; n < breadths.size(); ++n) {
    trust[n] = trust_after(start, breadths[n]);
    mean[n] = stats::moments(trust[n]).mean;
  }
  const double spread = stats::average_deviation(trust[0], trust[2]);
  return {.falls = mean[0] > mean[1] && mean[1] > mean[2] ? 1.0 : 0.0,
          .d = (mean[2] - mean[0]) / spread,
          .spread = spread};
}

Evidence measure(const Lab& lab) {
  const graph::Network network = stage(lab, 2'000, 6e6);
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 4);
  show_everything(arm);
  const auto seeds = lab.replicates(lab.seeds(40, 8), [&](random::Replicate replicate) {
    return of_seed(lab, network, arm, replicate);
  });
  return {
      .readings = {over_seeds(seeds, &Breadth::falls,
                              "seeds in which trust falls strictly from 1 to 2 to 4 brands",
                              "share", {.low = 0.95}),
                   over_seeds(seeds, &Breadth::d, "trust with 4 brands against 1, Cohen's d",
                              "standard deviations of followers", {.low = -0.9, .high = -0.2}),
                   over_seeds(seeds, &Breadth::spread, "standard deviation of trust over followers",
                              "1")},
      .note =
          "Credibility and liking stand as trust of the followers, right after. The endorser "
          "is a celebrity of six million people, as in the source; a post a day beside its "
          "usual ones for twelve days, each seen by everybody; brands as an endorser usually "
          "has them, with fit and familiarity of the background. The unit of d is the spread "
          "of trust over followers, shown last: it comes mostly of likeness to the endorser and "
          "is far less than people differ in their answers, so d here is flattered. Only "
          "breadth in suspicion can tell the brands apart."};
}

}  // namespace

Pattern p01() {
  return {
      .id = "P01",
      .finding = "The more products an endorser endorses, the less credible and liked it is.",
      .source = "Tripp, Jensen & Carlson 1994, Journal of Consumer Research 20",
      .grade = "R, direction sure",
      .published =
          "credibility and liking fall from 1 to 2 to 4 products endorsed, whatever the number of "
          "exposures",
      .criterion =
          "One endorser, 1, 2 or 4 distinct brands, the same number of posts seen: mean trust "
          "falls strictly from 1 to 2 to 4 in at least 95% of seeds, and d of 4 against 1 is in "
          "-0.9..-0.2.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
