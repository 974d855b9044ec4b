// A platform's profile from its engagement table: how fast reach falls with audience, and how
// readily viewers engage. Everything else stays as the lab has it.
#pragma once

#include <array>
#include <cstddef>

#include "analysis/patterns/engagement_table.hpp"

namespace clout::patterns {

struct ProfileFit {
  double slope = 0;                             ///< platform.reach.slope, 0..1
  double intercept = 0;                         ///< market.engagement.intercept
  std::array<double, table_tiers> published{};  ///< engagements per post and follower, nano to mega
  std::array<double, table_tiers> reproduced{};  ///< the same at the fit
  std::size_t evaluations = 0;
};

/// Least squares of ln(reproduced / published) over the tiers, by Gauss-Newton with differences for
/// derivatives, from the lab's own slope and intercept; one replicate, the same draws throughout.
/// Reach at 5,000 followers is the profile's: level of reach and readiness to engage cannot be told
/// apart by engagement. Unfinished if the lab is stopped.
ProfileFit fit_profile(const Lab& lab, market::PlatformProfile profile);

}  // namespace clout::patterns
