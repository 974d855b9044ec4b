// P03: endorsing too much acts on intention through credibility, not directly, and less on those
// who are interested in the product.
#include "analysis/patterns/followers.hpp"
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr double over_endorsing = 0.5;  // share of the endorser's other posts that are sponsored
constexpr market::Day settled = 28;     // days before the first of the brand's posts
constexpr std::size_t posts = 6;        // of the brand, twice a week
constexpr market::Day every = 3;
constexpr auto done = static_cast<market::Day>(settled + every * posts);

/// What those who have seen the brand's posts think of it.
struct Minds {
  double intention = 0;
  double buyers = 0;  ///< share of followers
  double attitude_of_interested = 0;
  double attitude_of_others = 0;
};

engine::Arm arm_at(const Lab& lab, const graph::Network& network, double share, bool frozen) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  bring_home(arm, network);
  show_everything(arm);
  arm.brands[0].familiarity = 1;  // who is asked about a product knows that it exists
  arm.platform.sponsored_share = share;
  arm.platform.sponsored_growth = 0;
  if (frozen) arm.market.mechanism.trust = false;
  return arm;
}

Minds minds_of(const engine::World& world, std::int64_t bought) {
  std::vector<AccountId> all = followers_of(world, 0);
  std::vector<AccountId> interested;
  std::vector<AccountId> others;
  for (const AccountId follower : all) {
    const float interest =
        market::interest_in(world.traits[index(follower)].interests(), world.brand_niche[0]);
    if (interest >= 0.5F) interested.push_back(follower);
    if (interest == 0.0F) others.push_back(follower);
  }
  return {.intention = mean_of(world, all, 0, done, intention),
          .buyers = static_cast<double>(bought) / static_cast<double>(all.size()),
          .attitude_of_interested = mean_of(world, interested, 0, done, attitude),
          .attitude_of_others = mean_of(world, others, 0, done, attitude)};
}

Minds minds_at(const Lab& lab, const graph::Network& network, double share, bool frozen,
               random::Replicate replicate) {
  const engine::Arm arm = arm_at(lab, network, share, frozen);
  engine::World world = make_world(network, arm, lab.run(done, 0), replicate);
  plan_posts(world, 0, settled, posts, every);
  const engine::DayTally sum = run_days(world, 0, done);
  return minds_of(world, sum.brand[0].first_purchases);
}

/// At half of the posts sponsored, less at the usual share.
struct LoadEffect {
  Minds whole;
  Minds frozen;
};

Minds load_effect(const Lab& lab, const graph::Network& network, bool frozen,
                  random::Replicate replicate) {
  const double usual = lab.arm().platform.sponsored_share;
  const Minds few = minds_at(lab, network, usual, frozen, replicate);
  const Minds many = minds_at(lab, network, over_endorsing, frozen, replicate);
  return {.intention = many.intention - few.intention,
          .buyers = many.buyers - few.buyers,
          .attitude_of_interested = many.attitude_of_interested - few.attitude_of_interested,
          .attitude_of_others = many.attitude_of_others - few.attitude_of_others};
}

/// What is left of an effect below 0 with trust frozen, less a fifth of the whole: not below 0 if
/// four fifths go through trust. Linear, so that it stays defined where the effect is small.
double beyond_a_fifth(double whole, double frozen) { return frozen - 0.2 * whole; }

Evidence measure(const Lab& lab) {
  const graph::Network network = stage(lab, 4'000, 100'000);
  const auto seeds = lab.replicates(lab.seeds(60, 4), [&](random::Replicate replicate) {
    return LoadEffect{.whole = load_effect(lab, network, false, replicate),
                      .frozen = load_effect(lab, network, true, replicate)};
  });
  const auto reading = [&](auto figure, std::string name, std::string unit, Band band = {},
                           Rule rule = Rule::mean_inside) {
    return over_seeds(seeds, figure, std::move(name), std::move(unit), band, rule);
  };
  constexpr Band below{.high = 0};
  constexpr Band above{.low = 0};
  const std::string share = "share of followers";
  return {
      .readings = {reading([](const LoadEffect& s) { return s.whole.intention; },
                           "effect on purchase intention of endorsing half of the time", "1", below,
                           Rule::interval_inside),
                   reading([](const LoadEffect& s) { return s.frozen.intention; },
                           "effect on intention with trust frozen", "1"),
                   reading(
                       [](const LoadEffect& s) {
                         return beyond_a_fifth(s.whole.intention, s.frozen.intention);
                       },
                       "that less a fifth of the whole effect", "1", above),
                   reading([](const LoadEffect& s) { return s.whole.buyers; }, "effect on buyers",
                           share),
                   reading([](const LoadEffect& s) { return s.frozen.buyers; },
                           "effect on buyers with trust frozen", share),
                   reading(
                       [](const LoadEffect& s) {
                         return beyond_a_fifth(s.whole.buyers, s.frozen.buyers);
                       },
                       "that less a fifth of the whole effect on buyers", share, above),
                   reading(
                       [](const LoadEffect& s) {
                         return s.whole.attitude_of_interested - s.whole.attitude_of_others;
                       },
                       "effect on attitude of interested consumers less that of others", "logit",
                       above, Rule::interval_inside)},
      .note =
          "The endorser has 100,000 followers; half of its posts instead of the usual share are "
          "for other brands, as many posts in all, from four weeks before six posts of the brand, "
          "which everybody sees and which belong to its own niche. Trust is frozen by its switch: "
          "it stays at its baseline. What is left then goes by suspicion, which cuts how much of a "
          "post is remembered, and by load in clicks and choice. Interested are those with at "
          "least half of their interests in the niche, others have none; the effect on attitude "
          "is compared, since that on a chance depends on its level. The model knows no interest "
          "in a product: it can buffer only through the likeness of follower and endorser, which "
          "softens suspicion but also means more trust to lose."};
}

}  // namespace

Pattern p03() {
  return {
      .id = "P03",
      .finding =
          "Endorsing too much acts on intention through credibility, not directly; interest in the "
          "product buffers it.",
      .source = "structural equation study of over-endorsement, n = 303",
      .grade = "A",
      .published =
          "no direct path from over-endorsement to purchase intention; weaker with interest",
      .criterion =
          "At equal exposures, endorsing other brands in half of the posts lowers purchase "
          "intention "
          "(95% interval below 0); with trust frozen at most a fifth of the effect is left, on "
          "intention and on buyers; and attitude falls less in consumers interested in the "
          "product's niche than in those without interest (95% interval above 0).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
