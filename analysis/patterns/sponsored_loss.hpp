// What one sponsored post costs its author in followers, against an organic one.
#pragma once

#include <vector>

#include "analysis/patterns/by_size.hpp"
#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

/// Days after the post whose leaving counts as well: what the post did to trust goes on.
inline constexpr market::Day days_after_post = 7;

/// Brands of loss_arm(), each with one campaign of the same position that hires nobody.
enum class LossBrand : std::size_t { usual, good_fit, poor_fit, unknown, known };

/// An arm with brands that differ in fit (0.9 and 0.1) or in familiarity (0 and 1) from the usual
/// one.
engine::Arm loss_arm(engine::Arm arm);

/// Followers whom one disclosed post for the brand makes leave within that week, more than an
/// organic post to the same viewers would, as a share of the followers, on average over who sees
/// it and who leaves: of every influencer with 10,000 followers or more.
std::vector<SizePoint> sponsored_loss(const engine::World& world, LossBrand brand, market::Day day);

/// The same for every account alike.
double mean_loss(const std::vector<SizePoint>& accounts);

/// Slope of the loss on ln followers over [10,000, 5 million), each size class alike, over the mean
/// of the size classes: relative change per e-fold of followers.
double relative_slope(const std::vector<SizePoint>& accounts);

}  // namespace clout::patterns
