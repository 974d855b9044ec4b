#include "sim/engine/tally.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"

namespace clout::engine {

void TierTally::add(const TierTally& other) noexcept {
  posts += other.posts;
  sponsored_posts += other.sponsored_posts;
  deliveries += other.deliveries;
  impressions += other.impressions;
  sponsored_impressions += other.sponsored_impressions;
  engagements += other.engagements;
  sponsored_engagements += other.sponsored_engagements;
  comments += other.comments;
  replies += other.replies;
  unfollows += other.unfollows;
  new_follows += other.new_follows;
  suspicion += other.suspicion;
  recognised += other.recognised;
  trust_change += other.trust_change;
  living_change += other.living_change;
}

void BrandTally::add(const BrandTally& other) noexcept {
  impressions += other.impressions;
  reached += other.reached;
  engagements += other.engagements;
  clicks += other.clicks;
  heard += other.heard;
  heard_negative += other.heard_negative;
  talks += other.talks;
  first_purchases += other.first_purchases;
  repeat_purchases += other.repeat_purchases;
  for (std::size_t stage = 0; stage < stage_change.size(); ++stage)
    stage_change[stage] += other.stage_change[stage];
}

void DayTally::add(const DayTally& other) noexcept {
  CLOUT_EXPECT(brand.size() == other.brand.size() &&
               reached_in_niche.size() == other.reached_in_niche.size());
  for (std::size_t i = 0; i < tier.size(); ++i) tier[i].add(other.tier[i]);
  for (std::size_t i = 0; i < brand.size(); ++i) brand[i].add(other.brand[i]);
  for (std::size_t i = 0; i < reached_in_niche.size(); ++i)
    reached_in_niche[i] += other.reached_in_niche[i];
  leavers += other.leavers;
  movers += other.movers;
}

void DayTally::clear() noexcept {
  tier = {};
  std::fill(brand.begin(), brand.end(), BrandTally{});
  std::fill(reached_in_niche.begin(), reached_in_niche.end(), 0);
  leavers = 0;
  movers = 0;
}

}  // namespace clout::engine
