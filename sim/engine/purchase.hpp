// Buying a brand: the first time and again, and what the product then does to trust in whoever
// recommended it.
#pragma once

#include "sim/engine/day.hpp"

namespace clout::engine {

/// Belongs to one block of consumers on one day.
class Purchases {
 public:
  Purchases(World& world, market::Day day, market::Day last_day, BlockDay& block);

  /// A first purchase: the stage becomes tried, the buyer's rate is drawn, and the product is
  /// tried.
  void first(AccountId consumer, std::size_t b, market::BrandState& brand);

  /// Another purchase: the stage becomes repeat.
  void again(AccountId consumer, std::size_t b, market::BrandState& brand);

 private:
  void experience(AccountId consumer, std::size_t b, market::BrandState& brand);
  void judge_messenger(AccountId consumer, const market::BrandState& brand, float quality);

  World& world_;
  market::Day day_;
  market::Day last_day_;
  BlockDay& block_;
  random::StreamKey rate_;
  random::StreamKey experience_;
};

/// Moves a consumer to another stage and counts it.
void change_stage(market::BrandState& brand, market::Stage to, BrandTally& tally) noexcept;

}  // namespace clout::engine
