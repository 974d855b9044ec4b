// What the market remembers: of a follow edge, of a consumer, and of a consumer with a brand. Plain
// records of numbers; decays are applied on touch, in closed form.
#pragma once

#include <array>
#include <cstdint>

#include "sim/base/ids.hpp"
#include "sim/market/decay.hpp"
#include "sim/market/fraction.hpp"
#include "sim/market/funnel.hpp"
#include "sim/market/interests.hpp"
#include "sim/market/tier.hpp"

namespace clout::market {

/// Beside its trust (16 bits in an array of its own, which showing a post streams).
struct FollowEdgeState {
  std::uint16_t load = 0;  ///< endorsements in memory, 1/256
  Day touched = never;     ///< day of the last post seen; never: trust is the baseline
  std::uint8_t scars = 0;  ///< deceptions noticed
  std::uint8_t apart = 0;  ///< a bit for each of the arms run side by side that has its own state
                           ///< of the edge; then all have theirs elsewhere, and this one only says
                           ///< where (engine/siblings.hpp). 0 in one arm by itself
};
static_assert(sizeof(FollowEdgeState) == 6);

/// What does not change in a replicate.
struct ConsumerTraits {
  NicheId home{};
  NicheId second{};
  std::uint8_t focus = 240;           ///< 1/240
  std::uint8_t activity = 0;          ///< chance to be online on a day, 1/255; 0: fake
  std::uint8_t susceptibility = 100;  ///< 1/100
  std::int8_t skepticism = 0;         ///< added to the logit of suspicion, 1/32

  constexpr Interests interests() const noexcept { return {home, second, focus}; }
};
static_assert(sizeof(ConsumerTraits) == 8);

/// What the accounts that a consumer follows ask of its attention. Apart from the rest, since every
/// view changes it.
struct AttentionSums {
  std::int64_t offered = 0;   ///< posts a day, 1/65536
  std::int64_t weighted = 0;  ///< the same weighted by g(trust), 1/65536 x 1/4096

  bool operator==(const AttentionSums&) const = default;
};

/// What advertisements leave behind.
struct ConsumerState {
  std::array<float, tiers> distrust{};  ///< of each tier as a kind, 0..1
  float distrust_of_all = 0;            ///< persuasion knowledge, 0..1
  float ads_in_memory = 0;              ///< advertisements seen, decayed
  Day touched = never;                  ///< day of distrust and ads_in_memory
  std::uint8_t active = 0;              ///< 1 while in the list of those the funnel visits daily
};
static_assert(sizeof(ConsumerState) == 36);

/// Bits of BrandState::marks.
enum Mark : std::uint8_t {
  familiar = 1,    ///< knows the brand from outside the platform; never unaware
  reached = 2,     ///< has seen one of its advertisements
  seen_today = 4,  ///< an advertisement or word of mouth reached the consumer today
  bought_by_click = 8,
  innovates = 16,  ///< adopts today without hearing of it from anybody
  passes_on = 32,  ///< engaged and will post about the brand tomorrow
};

struct BrandState {
  float memory = 0;  ///< effective exposures in memory
  float annoyance = 0;
  float credibility = 0.5F;  ///< mean of the messengers' over the exposures in memory
  float fit = 0.5F;          ///< mean over the exposures in memory
  float load = 0;            ///< mean endorsement load over the exposures in memory
  float heard_positive = 0;  ///< posts of word of mouth in memory
  float heard_negative = 0;
  float untouched = 1;      ///< product of 1 - q over today's positive posts heard
  float purchase_rate = 0;  ///< per day, of a buyer
  float satisfaction = 0;   ///< mean over purchases, 0..1
  Units quality = 0xFFFF;   ///< of the advertisements as of advertised, for the wear-out form
  std::uint8_t positive_today = 0;
  std::uint8_t negative_today = 0;
  std::uint32_t messenger = 0xFFFFFFFF;  ///< account whose advertisement was seen last
  Day touched = never;                   ///< day of all that decays
  Day advertised = never;                ///< day of the last advertisement, for the wear-out form
  Day last_purchase = never;
  Day next_purchase = never;
  std::uint16_t purchases = 0;
  Stage stage = Stage::unaware;
  std::uint8_t marks = 0;
};
static_assert(sizeof(BrandState) <= 60);

}  // namespace clout::market
