// What is counted in a day of arms that run side by side.
#pragma once

#include <vector>

#include "sim/engine/arm_set.hpp"
#include "sim/engine/tally.hpp"

namespace clout::engine {

/// What happens in all arms is counted once, the rest for each.
class SiblingTally {
 public:
  /// empty: all zero, of the shape of all.
  SiblingTally(const DayTally& empty, std::size_t arms)
      : all_(first_arms(arms)), together_(empty), own_(arms > 1 ? arms : 0, empty) {}

  /// Calls add(tally) for one tally that stands for these arms, or for each of theirs.
  template <typename Add>
  void count(ArmSet arms, Add add) noexcept {
    if (arms == all_) return add(together_);
    for_each_arm(arms, [&](std::size_t arm) { add(own_[arm]); });
  }

  /// To count what happens in one arm.
  DayTally& of(std::size_t arm) noexcept { return own_.empty() ? together_ : own_[arm]; }

  /// All that was counted in one arm.
  DayTally sum(std::size_t arm) const {
    DayTally sum = together_;
    if (!own_.empty()) sum.add(own_[arm]);
    return sum;
  }

  void add(const SiblingTally& other) noexcept {
    together_.add(other.together_);
    for (std::size_t arm = 0; arm < own_.size(); ++arm) own_[arm].add(other.own_[arm]);
  }

  void clear() noexcept {
    together_.clear();
    for (DayTally& each : own_) each.clear();
  }

 private:
  ArmSet all_;
  DayTally together_;
  std::vector<DayTally> own_;  ///< none for one arm
};

}  // namespace clout::engine
