// P04: an overexposed celebrity is no more effective.
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr market::Day settled = 28;  // days before the campaign, for load, breadth and trust
constexpr std::size_t posts = 8;     // of the campaign, one in five days
constexpr market::Day every = 5;
constexpr auto done = static_cast<market::Day>(settled + every * posts);

/// How much else a celebrity endorses, and how well the brand suits it.
struct Setting {
  double share = 0;  ///< sponsored, of its other posts
  double fit = 0;
};

/// Followers that adopt because of a post of the campaign, per thousand.
double adoption_per_post(const Lab& lab, const graph::Network& network, const Setting& setting,
                         random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.platform.sponsored_share = setting.share;
  arm.platform.sponsored_growth = 0;
  arm.brands[0].fit_in_niche = setting.fit;
  arm.brands[0].fit_elsewhere = setting.fit;
  engine::World without = make_world(network, arm, lab.run(done, 0), replicate);
  run_days(without, 0, settled);
  engine::World with(without);
  plan_posts(with, 0, settled, posts, every);
  const auto adopted = [](engine::World& world) {
    return static_cast<double>(run_days(world, settled, done).brand[0].first_purchases);
  };
  const auto followers = static_cast<double>(network.graph.audience(account_at(0)));
  return (adopted(with) - adopted(without)) / static_cast<double>(posts) / followers * 1000;
}

struct Exposure {
  double usual = 0;
  double threefold = 0;
  double low = 0;  ///< high fit, low share
  double threefold_low = 0;
};

/// Fewer adoptions by less than this share are no penalty.
constexpr double slight = 0.05;

Evidence measure(const Lab& lab) {
  constexpr double high_fit = 0.95;
  constexpr double low_share = 0.01;
  const graph::Network network = stage(lab, 10'000, 6e6);
  const market::PlatformSpec usual = lab.arm().platform;
  const auto seeds = lab.replicates(lab.seeds(40, 4), [&](random::Replicate replicate) {
    const auto adoption = [&](double share, double fit) {
      return adoption_per_post(lab, network, {.share = share, .fit = fit}, replicate);
    };
    return Exposure{.usual = adoption(usual.sponsored_share, usual.background_fit),
                    .threefold = adoption(3 * usual.sponsored_share, usual.background_fit),
                    .low = adoption(low_share, high_fit),
                    .threefold_low = adoption(3 * low_share, high_fit)};
  });
  const std::string unit = "of 1000 followers";
  return {
      .readings =
          {over_seeds(seeds, &Exposure::usual, "adoptions per post at the usual load", unit),
           over_seeds(seeds, &Exposure::threefold, "at three times the load", unit),
           over_seeds(
               seeds,
               [](const Exposure& each) { return each.threefold - (1 - slight) * each.usual; },
               "at three times the load less 95% of that at the usual load", unit, {.high = 0},
               Rule::interval_inside),
           over_seeds(seeds, &Exposure::low, "with high fit and a low share", unit),
           over_seeds(
               seeds,
               [](const Exposure& each) { return each.threefold_low - (1 - slight) * each.low; },
               "with high fit, at three times the low share less 95% of that", unit, {.low = 0},
               Rule::interval_inside)},
      .note =
          "A celebrity of six million people endorses other brands in the platform's share of its "
          "posts, or in three times as many, for four weeks before and then beside eight posts of "
          "the brand in forty days, which all followers see. Adoptions are first purchases, those "
          "of a copy of the market without the eight posts taken off. Fit is the background's; the "
          "region without penalty is looked for at fit 0.95 and 1% of posts. The source asks only "
          "that overexposure gains nothing; we ask for a loss of 5%, the measure by which the "
          "region has none, since otherwise a market without load would pass. Load reduces clicks "
          "and awareness directly and lowers trust."};
}

}  // namespace

Pattern p04() {
  return {
      .id = "P04",
      .finding = "An overexposed celebrity is no more effective.",
      .source = "Roy 2012; Um 2008 finds exceptions with high fit",
      .grade = "A",
      .published =
          "an overexposed celebrity is not more effective than an underexposed one; a fitting "
          "product does better (experiments)",
      .criterion =
          "With three times as many endorsements a post brings at least 5% fewer adoptions than at "
          "the usual load; at fit 0.95 and a sponsored share of 1% three times as many cost less "
          "than 5% (95% intervals of both differences).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
