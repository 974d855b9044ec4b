#include "sim/graph/follow_plan.hpp"

#include <algorithm>
#include <span>

#include "sim/random/portable_math.hpp"

namespace clout::graph {

namespace {

/// Share of a small account's followers that it follows back. Assumed; the overall level is set by
/// spec.reciprocity.
constexpr double returned_by_small = 0.95;
/// The least part of an audience that is not returned, so that every followed account can be found.
constexpr double least_one_way = 0.05;

/// Below this part of a niche's accounts, followers met twice are too few to make up for.
constexpr double negligible_part = 1e-3;

/// x in [low, high] with rising(x) = wanted, by bisection; the nearer end if it is out of reach.
template <typename Rising>
double solved(double low, double high, double wanted, Rising&& rising) {
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (rising(middle) < wanted ? low : high) = middle;
  }
  return (low + high) / 2;
}

double largest_niche_share(const GraphSpec& spec) {
  double sum = 0;
  for (std::int64_t k = 1; k <= spec.niches; ++k) {
    sum += portable::exp(-spec.niche_size_exponent * portable::log(static_cast<double>(k)));
  }
  return 1 / sum;
}

double ranked_share(const GraphSpec& spec) { return 1 - spec.unfollowed_share; }

/// Mutual follows that suit an audience: nearly all of a small one (its followers are friends),
/// levelling off at the limit.
double suitable_mutual(double audience, double friends_limit) {
  return returned_by_small * audience / (1 + audience / friends_limit);
}

/// audiences: over_percentiles().
double friends_limit_for(double mean_mutual, const std::vector<double>& audiences) {
  const double log_limit = solved(-14, 16, mean_mutual, [&](double trial) {
    const double limit = portable::exp(trial);
    std::vector<double> suitable;
    suitable.reserve(audiences.size());
    for (const double each : audiences) suitable.push_back(suitable_mutual(each, limit));
    return mean_over_percentiles(suitable);
  });
  return portable::exp(log_limit);
}

/// Tie chances with which the mutual follows make up spec.reciprocity of all. Popular seats cannot
/// always find the ties that would suit them among less popular mates, so more is asked for until
/// enough comes out.
TieChances fitted_ties(const GraphSpec& spec, const AudienceCurve& audience, double both_present,
                       std::size_t seats) {
  constexpr int rounds = 4;
  const double wanted = spec.reciprocity * spec.mean_follows / ranked_share(spec);
  const std::vector<double> audiences = over_percentiles(audience);
  double asked = wanted;
  for (int round = 1;; ++round) {
    const double limit = friends_limit_for(asked, audiences);
    TieChances ties([&](double x) { return suitable_mutual(audience(x), limit) / both_present; },
                    seats);
    const double got =
        both_present * mean_over_percentiles([&](double x) { return ties.expected(x); });
    if (round == rounds || got <= 0) return ties;
    asked *= wanted / got;
  }
}

/// Draws of an account relative to the mean, log-normal with this sigma, at equally likely
/// quantiles.
std::array<double, FollowPlan::activity_quantiles> activities_of(double sigma) {
  std::array<double, FollowPlan::activity_quantiles> activities{};
  for (std::size_t i = 0; i < activities.size(); ++i) {
    const double z = portable::normal_quantile((static_cast<double>(i) + 0.5) /
                                               static_cast<double>(activities.size()));
    activities[i] = portable::exp(sigma * z - sigma * sigma / 2);
  }
  return activities;
}

/// Distinct followers that `draws` base follows from a group of `members` accounts come to. Account
/// u makes a share of the draws in proportion to its activity a_u, so members * E[1 - exp(-a_u *
/// draws / members)].
double distinct_of(double draws, double members, std::span<const double> activities) {
  double missed = 0;
  for (const double activity : activities) missed += portable::exp(-activity * draws / members);
  return members * (1 - missed / static_cast<double>(activities.size()));
}

/// Rises with popularity; base times it, at most 1, is the part of an audience that is far.
double breadth(double percentile, double exponent) {
  return portable::exp(-exponent * portable::log(std::max(percentile, 1e-9)));
}

double far_base_of(const GraphSpec& spec, const PercentileFunction& one_way) {
  const std::vector<double> all = over_percentiles(one_way);
  const std::vector<double> breadths =
      over_percentiles([&](double x) { return breadth(x, spec.breadth_exponent); });
  const double wanted = (1 - spec.home_share - spec.second_share) * mean_over_percentiles(all);
  return solved(0, 1, wanted, [&](double base) {
    std::vector<double> far;
    far.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      far.push_back(all[i] * std::min(1.0, base * breadths[i]));
    return mean_over_percentiles(far);
  });
}

}  // namespace

AudienceCurve audience_curve(const GraphSpec& spec) {
  return {spec, spec.mean_follows / ranked_share(spec),
          spec.largest_audience_share * static_cast<double>(spec.accounts)};
}

FollowPlan::FollowPlan(const GraphSpec& spec, std::size_t seats)
    : audience(audience_curve(spec)),
      both_present((1 - spec.silent_share) * (1 - spec.silent_share)),
      ties(fitted_ties(spec, audience, both_present, seats)),
      breadth_exponent(spec.breadth_exponent),
      far_base(far_base_of(spec, [this](double x) { return one_way(x); })),
      accounts(static_cast<double>(spec.accounts)),
      niche_accounts(accounts * largest_niche_share(spec)),
      home_part(spec.home_share / (spec.home_share + spec.second_share)),
      activities(activities_of(spec.follows_sigma)),
      mean_mutual(ranked_share(spec) *
                  mean_over_percentiles([this](double x) { return mutual(x); })),
      mean_one_way((spec.mean_follows - mean_mutual) / (1 - spec.silent_share)),
      near_ranks([this](double x) { return draws(x) * (1 - far_part(x)); }),
      far_ranks([this](double x) { return draws(x) * far_part(x); }) {}

double FollowPlan::mutual(double percentile) const {
  return both_present * ties.expected(percentile);
}

double FollowPlan::one_way(double percentile) const {
  const double all = audience(percentile);
  return std::max(all - mutual(percentile), least_one_way * all);
}

double FollowPlan::far_part(double percentile) const {
  return std::min(1.0, far_base * breadth(percentile, breadth_exponent));
}

double FollowPlan::home_part_of(double followers, double niche_share) const {
  // Audiences fall as the percentile rises.
  const double percentile =
      solved(0, 1, -followers, [this](double trial) { return -audience(trial); });
  const double near = (1 - far_part(percentile)) * home_part;
  const double at_home = near + (1 - near) * niche_share;
  const double mates = mutual(percentile);
  const double others = one_way(percentile);
  return (mates + others * at_home) / (mates + others);
}

double FollowPlan::draws(double percentile) const {
  const double wanted = one_way(percentile);
  if (wanted < niche_accounts * negligible_part) return wanted;
  const double from_home = (1 - far_part(percentile)) * home_part;
  const double most = 4 * wanted;
  return solved(wanted, most, wanted, [&](double trial) {
    return distinct_of(trial * from_home, niche_accounts, activities) +
           distinct_of(trial * (1 - from_home), accounts, activities);
  });
}

}  // namespace clout::graph
