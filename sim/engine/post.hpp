// The posts of a day.
#pragma once

#include <cstdint>

#include "sim/base/ids.hpp"
#include "sim/engine/arm_set.hpp"
#include "sim/engine/world.hpp"

namespace clout::engine {

enum class PostKind : std::uint8_t { organic, background, campaign, word_of_mouth };

/// One post, with everything about it that is the same for all viewers. Those of a day are ordered
/// by (author, slot); arms in which the author is not in the same position have posts of their own.
struct alignas(64) Post {
  // First what every view needs: one cache line.
  AccountId author{};
  InfluencerIndex influencer = no_influencer;  ///< of the author
  std::uint32_t slot = 0;  ///< number among the author's posts of the day: 0.. organic and
                           ///< background, 256.. campaigns, 768.. word of mouth by brand
  PostKind kind = PostKind::organic;
  bool disclosed = true;
  bool negative = false;  ///< word of mouth only
  bool hedonic = true;    ///< the authenticity channel acts
  ArmSet arms = only(0);  ///< in which it is made, just so
  market::Tier tier{};
  market::Interests interests;  ///< of the author
  std::uint16_t brand = 0;      ///< campaign and word of mouth: position in the arm's brands
  NicheId niche{};              ///< what it is about: the author's home, or the brand's niche
  float appeal = 0;             ///< of the author
  float trust_logit = 0;        ///< of the author
  float engagement_factor = 1;
  float recognition = 0;      ///< g_rec s^2 of the rival form
  float suspicion_logit = 0;  ///< sponsored only
  float fit = 0;
  float relief = 0;        ///< d_unknown x unfamiliarity of the brand
  std::int64_t offer = 0;  ///< of the author, 1/65536
  // Then what showing needs, and campaigns.
  market::Showing showing;
  float jump_scale = 0;      ///< of showing.candidate, see candidate_jumps.hpp
  float clutter_escape = 1;  ///< 1 - novelty_weight x novelty

  bool operator==(const Post&) const = default;
};

/// A post that somebody makes tomorrow about a brand.
struct Talk {
  AccountId author{};
  std::uint16_t brand = 0;
  bool negative = false;

  auto operator<=>(const Talk&) const = default;
};

/// A post seen: written by showing, read by reaction. 16 bytes.
class Exposure {
 public:
  Exposure() = default;
  /// edge: below 2^56; arms: in which it is seen.
  Exposure(EdgeNumber edge, ArmSet arms, AccountId who, std::uint32_t which) noexcept
      : consumer(who), post(which), edge_and_arms_(edge | EdgeNumber{arms} << arms_shift) {}

  EdgeNumber edge() const noexcept { return edge_and_arms_ & ((EdgeNumber{1} << arms_shift) - 1); }
  ArmSet arms() const noexcept { return static_cast<ArmSet>(edge_and_arms_ >> arms_shift); }

  AccountId consumer{};
  std::uint32_t post = 0;  ///< position in the day's posts

 private:
  static constexpr unsigned arms_shift = 56;

  EdgeNumber edge_and_arms_ = 0;
};

}  // namespace clout::engine
