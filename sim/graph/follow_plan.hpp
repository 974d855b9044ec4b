// What the generator works out from a GraphSpec before the first draw: how mutual and one-way
// follows share the audience of each popularity, and where follows near home and far from it go.
#pragma once

#include <array>

#include "sim/graph/audience_curve.hpp"
#include "sim/graph/circles.hpp"
#include "sim/graph/graph_spec.hpp"

namespace clout::graph {

/// Followers of the accounts that are followed at all, planted ones left out, by percentile. spec:
/// resolved().
AudienceCurve audience_curve(const GraphSpec& spec);

struct FollowPlan {
  static constexpr std::size_t activity_quantiles = 32;

  /// seats: of a circle.
  FollowPlan(const GraphSpec& spec, std::size_t seats);

  /// Expected mutual follows of an account at this popularity percentile: what the circles give.
  double mutual(double percentile) const;
  /// Expected follows that are not returned: the rest of the audience.
  double one_way(double percentile) const;
  /// Part of the one-way follows that comes from outside the niche and its kin: base *
  /// percentile^-breadth_exponent, at most 1. Stars are known everywhere, small accounts in their
  /// niche.
  double far_part(double percentile) const;

  /// Part of the followers of a grown account with this audience that comes from its own niche:
  /// mates of its circles, follows near home, and what far ones bring by chance. niche_share: the
  /// niche's part of all accounts.
  double home_part_of(double followers, double niche_share) const;

  /// Base follows that must go to an account so that, repetitions dropped, one_way() remain.
  double draws(double percentile) const;

  AudienceCurve audience;
  double both_present;  ///< probability that neither of two mates is silent
  TieChances ties;
  double breadth_exponent;
  double far_base;
  double accounts;
  double niche_accounts;  ///< of the largest niche, where the largest audiences are
  double home_part;       ///< of the follows near home, those by accounts of the niche itself
  std::array<double, activity_quantiles>
      activities;        ///< draws of an account relative to the mean, at equal quantiles
  double mean_mutual;    ///< per account
  double mean_one_way;   ///< per account that is not silent
  RankTable near_ranks;  ///< popularity ranks of follows within the niche or its kin
  RankTable far_ranks;   ///< and outside
};

}  // namespace clout::graph
