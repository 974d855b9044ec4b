// P05: audiences expect most posts to be organic; endorsing more than that is a transgression.
#include <array>
#include <utility>

#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr std::array few = {0.02, 0.06, 0.10, 0.14};   // sponsored shares below 0.2
constexpr std::array many = {0.55, 0.65, 0.75, 0.85};  // and above 0.5
constexpr market::Day settled = 28;                    // load is two half-lives old

/// One more sponsored post: the share it meets, itself included, and what it costs.
struct Cost {
  double share = 0;
  double loss = 0;  ///< share of the trust that was there
};

Cost cost_at(const Lab& lab, const graph::Network& network, double share,
             random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.platform.sponsored_share = share;
  arm.platform.sponsored_growth = 0;
  arm.platform.background_brands = 1;  // breadth stays what it is at all shares
  engine::World without = make_world(network, arm, lab.run(settled + 1, 0), replicate);
  run_days(without, 0, settled);
  engine::World with(without);
  plan_post(with, 0, 0, settled);
  run_days(without, settled, settled + 1);
  run_days(with, settled, settled + 1);
  const engine::Influencer& author = with.influencers[0];
  return {.share = static_cast<double>(author.sponsored_posts / author.all_posts),
          .loss = 1 - mean_trust(with, 0, settled + 1) / mean_trust(without, 0, settled + 1)};
}

/// Mean loss, and slope of the loss over the share by least squares.
struct Line {
  double mean = 0;
  double slope = 0;
};

Line line_through(std::span<const Cost> costs) {
  double share = 0;
  double loss = 0;
  for (const Cost& each : costs) {
    share += each.share / static_cast<double>(costs.size());
    loss += each.loss / static_cast<double>(costs.size());
  }
  double products = 0;
  double squares = 0;
  for (const Cost& each : costs) {
    products += (each.share - share) * (each.loss - loss);
    squares += (each.share - share) * (each.share - share);
  }
  return {.mean = loss, .slope = products / squares};
}

struct Shares {
  Line few;
  Line many;
};

Shares of_seed(const Lab& lab, const graph::Network& network, random::Replicate replicate) {
  const auto line = [&](std::span<const double> shares) {
    std::vector<Cost> costs;
    for (const double share : shares) costs.push_back(cost_at(lab, network, share, replicate));
    return line_through(costs);
  };
  return {.few = line(few), .many = line(many)};
}

Evidence measure(const Lab& lab) {
  const graph::Network network = stage(lab, 1'000, 100'000);
  const auto seeds = lab.replicates(lab.seeds(40, 6), [&](random::Replicate replicate) {
    return of_seed(lab, network, replicate);
  });
  const auto percent = [&](auto figure, std::string name, std::string unit, Band band = {}) {
    return over_seeds(
        seeds, [&](const Shares& each) { return 100 * figure(each); }, std::move(name),
        std::move(unit), band, Rule::interval_inside);
  };
  return {.readings =
              {percent([](const Shares& s) { return s.few.mean; },
                       "trust lost per sponsored post, sponsored share below 0.2", "% of trust"),
               percent([](const Shares& s) { return s.many.mean; },
                       "trust lost per sponsored post, sponsored share above 0.5", "% of trust"),
               percent([](const Shares& s) { return s.many.mean - s.few.mean; },
                       "lost per post above 0.5 less that below 0.2", "% of trust", {.low = 0}),
               percent([](const Shares& s) { return s.many.slope - s.few.slope; },
                       "slope of the loss over the share above 0.5 less that below 0.2",
                       "% of trust per unit of share", {.low = 0})},
          .note =
              "After four weeks at a sponsored share, one more sponsored post in one of two copies "
              "of the market; what the other has more in trust next morning is lost, as a share, "
              "since at a high share less is left to lose. An influencer of 100,000 people with "
              "one other sponsor, so that the number of brands does not stand in for the share; "
              "everybody sees every post. Nothing in the model knows of a majority: that the loss "
              "bends comes of suspicion being logistic."};
}

}  // namespace

Pattern p05() {
  return {
      .id = "P05",
      .finding =
          "Audiences expect a majority of organic posts; endorsing too much is a transgression.",
      .source = "Cocker, Mardon & Daunt 2021; Mowen & Brown 1981",
      .grade = "A/R",
      .published =
          "over-endorsing is named as a transgression of influencers (interviews, no rate)",
      .criterion =
          "A sponsored post costs more trust above a sponsored share of 0.5 than below 0.2, and "
          "the cost rises faster with the share there: both differences above 0 with their 95% "
          "intervals.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
