#include "analysis/patterns/account_engagement.hpp"

#include <limits>

#include "analysis/patterns/views.hpp"
#include "sim/market/engagement.hpp"

namespace clout::patterns {

namespace {

/// g_rec s^2 of the rival form, else 0.
float recognition_of(const engine::World& world, const engine::Influencer& author) {
  const market::MarketSpec& spec = world.arm->market;
  if (spec.mechanism.endorsement != market::Endorsement::recognition || author.all_posts <= 0)
    return 0;
  const double share = static_cast<double>(author.sponsored_posts / author.all_posts);
  return static_cast<float>(spec.engagement.recognition * share * share);
}

AccountEngagement engagement_of(const engine::World& world, engine::InfluencerIndex number,
                                market::Day day, const Sponsoring& sponsoring,
                                const engine::Post& post) {
  const engine::Influencer& author = world.influencers[number];
  const market::EngagementWeights& weights = world.rates.engagement;
  const float recognition = recognition_of(world, author);
  const float factor = market::sponsored_factor(world.arm->market.engagement, author.followers,
                                                sponsoring.customised, 1 - sponsoring.familiarity);
  const NicheId niche = world.traits[index(author.account)].home;
  AccountEngagement sum{author.followers, author.tier, author.traits.sponsored_share};
  for_each_view(world, number, day, [&](const View& view) {
    const float interest =
        market::interest_in(world.traits[index(view.follower)].interests(), niche);
    const double people = view.chance * world.network->people_per_agent;
    sum.views += people;
    const auto engage = [&](float recognised, float penalty) {
      return people * static_cast<double>(market::engagement_chance(
                          weights, view.trust, view.R, interest, 0, recognised, penalty));
    };
    sum.organic += engage(0, 1);
    sum.sponsored +=
        engage(recognition, factor * market::liking_left(world.rates.engagement_from_suspicion,
                                                         judge(world, post, view, day).persuasion));
  });
  return sum;
}

}  // namespace

std::vector<AccountEngagement> account_engagement(const engine::World& world, market::Day day,
                                                  const Sponsoring& sponsoring) {
  std::vector<AccountEngagement> accounts;
  accounts.reserve(world.influencers.size());
  const std::vector<engine::Post> posts = planned_posts(world, 0, day);
  for (engine::InfluencerIndex number = 0; number < world.influencers.size(); ++number)
    accounts.push_back(engagement_of(world, number, day, sponsoring, posts[number]));
  return accounts;
}

double engagement_rate(const AccountEngagement& account) {
  const double share = account.sponsored_share;
  return ((1 - share) * account.organic + share * account.sponsored) / account.followers;
}

double sponsored_ratio(const std::vector<AccountEngagement>& accounts, double followers) {
  constexpr double near = 1.5;
  double sum = 0;
  double count = 0;
  for (const AccountEngagement& account : accounts) {
    if (account.followers < followers / near || account.followers > followers * near) continue;
    if (account.organic <= 0) continue;
    sum += account.sponsored / account.organic;
    ++count;
  }
  return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

SizeCurve sponsored_curve(const std::vector<AccountEngagement>& accounts) {
  std::vector<SizePoint> points;
  points.reserve(accounts.size());
  for (const AccountEngagement& account : accounts)
    points.push_back({account.followers, account.sponsored});
  return curve_of_size(size_classes(points, 1'000, 5e6));
}

}  // namespace clout::patterns
