#include "analysis/patterns/sponsored_loss.hpp"

#include "analysis/patterns/views.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/unfollow.hpp"

namespace clout::patterns {

namespace {

/// Videos are sponsored by brands where a channel is a business; also, smaller accounts of the
/// lab's market are of a few agents each.
constexpr double smallest_followers = 10'000;

/// Chance to leave on a post of suspicion K that leaves this trust, or on the next one, organic, a
/// week later.
double leaves(const engine::World& world, const View& view, float trust, float K) {
  const market::Rates& rates = world.rates;
  const auto chance = [&](float with_trust, float days, float suspicion) {
    return static_cast<double>(market::leave_chance(rates.leave_base, rates.leave_from_distrust,
                                                    rates.low_trust, rates.leave_from_suspicion,
                                                    with_trust, days, suspicion));
  };
  const double now = chance(trust, view.days, K);
  if (rates.trust)
    trust = market::rested(trust, view.baseline, rates.trust_rest.kept(days_after_post));
  return 1 - (1 - now) * (1 - chance(trust, days_after_post, 0));
}

double loss_of(const engine::World& world, engine::InfluencerIndex number, const engine::Post& post,
               market::Day day) {
  double lost = 0;
  double followers = 0;
  for_each_view(world, number, day, [&](const View& view) {
    const Judgement sponsored = judge(world, post, view, day);
    const float organic = market::after_gain(view.trust, world.rates.gain, view.R, view.ceiling);
    lost += view.chance *
            (leaves(world, view, sponsored.trust, sponsored.K) - leaves(world, view, organic, 0));
    ++followers;
  });
  return followers > 0 ? lost / followers : 0;
}

}  // namespace

engine::Arm loss_arm(engine::Arm arm) {
  arm = usual_arm(std::move(arm));
  const market::BrandSpec usual = arm.brands.front();
  const auto add = [&](std::string name, double fit, double familiarity) {
    market::BrandSpec brand = usual;
    brand.name = name;
    brand.fit_in_niche = brand.fit_elsewhere = fit;
    brand.familiarity = familiarity;
    arm.brands.push_back(brand);
    market::CampaignSpec campaign = unhired_campaign("for " + name);
    campaign.brand = std::move(name);
    arm.campaigns.push_back(std::move(campaign));
  };
  add("good fit", 0.9, usual.familiarity);
  add("poor fit", 0.1, usual.familiarity);
  add("unknown", usual.fit_in_niche, 0);
  add("known", usual.fit_in_niche, 1);
  return arm;
}

std::vector<SizePoint> sponsored_loss(const engine::World& world, LossBrand brand,
                                      market::Day day) {
  const std::vector<engine::Post> posts =
      planned_posts(world, static_cast<std::size_t>(brand), day);
  std::vector<SizePoint> accounts;
  for (engine::InfluencerIndex number = 0; number < world.influencers.size(); ++number) {
    const double followers = world.influencers[number].followers;
    if (followers < smallest_followers) continue;
    const double loss = world.rates.unfollow ? loss_of(world, number, posts[number], day) : 0;
    accounts.push_back({followers, loss});
  }
  return accounts;
}

double mean_loss(const std::vector<SizePoint>& accounts) {
  double sum = 0;
  for (const SizePoint& account : accounts) sum += account.value;
  return sum / static_cast<double>(accounts.size());
}

double relative_slope(const std::vector<SizePoint>& accounts) {
  const std::vector<SizePoint> classes = size_classes(accounts, smallest_followers, 5e6);
  return slope_on_size(classes) / mean_loss(classes);
}

}  // namespace clout::patterns
