// Buying a brand: the first time and again, and what the product then does to trust in whoever
// recommended it.
#pragma once

#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"

namespace clout::engine {

/// Belongs to one block of consumers on one day in one arm.
class Purchases {
 public:
  Purchases(const Siblings& siblings, std::size_t arm, market::Day day, market::Day last_day,
            BlockDay& block);

  /// A first purchase: the stage becomes tried, the buyer's rate is drawn, and the product is
  /// tried.
  void first(AccountId consumer, std::size_t b, market::BrandState& brand);

  /// Another purchase: the stage becomes repeat.
  void again(AccountId consumer, std::size_t b, market::BrandState& brand);

 private:
  void experience(AccountId consumer, std::size_t b, market::BrandState& brand);
  void judge_messenger(AccountId consumer, const market::BrandState& brand, float quality);
  /// What the product does to trust in whoever recommended it, in arms that have the edge in
  /// common.
  void judge(AccountId consumer, AccountId messenger, float quality, ArmSet arms,
             const FollowEdge& edge);

  const Siblings& siblings_;
  std::size_t arm_;
  World& world_;
  market::Day day_;
  market::Day last_day_;
  BlockDay& block_;
  DayTally& tally_;
  random::StreamKey rate_;
  random::StreamKey experience_;
};

/// Moves a consumer to another stage and counts it.
void change_stage(market::BrandState& brand, market::Stage to, BrandTally& tally) noexcept;

}  // namespace clout::engine
