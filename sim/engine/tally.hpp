// What is counted in a day. Integers throughout: sums do not depend on the order of their terms.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/market/tier.hpp"

namespace clout::engine {

/// Of the influencers of one tier.
struct TierTally {
  std::int64_t posts = 0;            ///< organic and sponsored, without word of mouth
  std::int64_t sponsored_posts = 0;  ///< background and campaigns
  std::int64_t deliveries = 0;       ///< living follow edges that the posts covered
  std::int64_t impressions = 0;      ///< posts seen
  std::int64_t sponsored_impressions = 0;
  std::int64_t engagements = 0;
  std::int64_t sponsored_engagements = 0;
  std::int64_t comments = 0;
  std::int64_t replies = 0;
  std::int64_t unfollows = 0;
  std::int64_t new_follows = 0;   ///< gained from accounts that were left
  std::int64_t suspicion = 0;     ///< sum over sponsored posts recognised, 1/65535
  std::int64_t recognised = 0;    ///< sponsored posts seen and known for advertising
  std::int64_t trust_change = 0;  ///< of all its follow edges, 1/65535; leaving takes the rest away
  std::int64_t living_change = 0;  ///< of the number of its follow edges

  void add(const TierTally& other) noexcept;
  bool operator==(const TierTally&) const = default;
};

/// Of one brand.
struct BrandTally {
  std::int64_t impressions = 0;  ///< of its campaigns
  std::int64_t reached = 0;      ///< consumers that saw its advertising for the first time
  std::int64_t engagements = 0;
  std::int64_t clicks = 0;
  std::int64_t heard = 0;  ///< posts of word of mouth heard
  std::int64_t heard_negative = 0;
  std::int64_t talks = 0;  ///< posts of word of mouth made
  std::int64_t first_purchases = 0;
  std::int64_t repeat_purchases = 0;
  std::array<std::int64_t, 5> stage_change{};  ///< consumers by Stage, gained less lost

  void add(const BrandTally& other) noexcept;
  bool operator==(const BrandTally&) const = default;
};

struct DayTally {
  explicit DayTally(std::size_t brands = 0, std::size_t niches = 0)
      : brand(brands), reached_in_niche(brands * niches) {}

  std::array<TierTally, market::tiers> tier{};
  std::vector<BrandTally> brand;
  std::vector<std::int64_t> reached_in_niche;  ///< brand x home niche: first-time viewers
  std::int64_t leavers = 0;                    ///< follows given up
  std::int64_t movers = 0;                     ///< of those that found another account

  /// Both must be of the same shape.
  void add(const DayTally& other) noexcept;
  /// All zero, of the same shape.
  void clear() noexcept;
  bool operator==(const DayTally&) const = default;
};

}  // namespace clout::engine
