// Exponential forgetting in closed form: whatever decays is kept as of the day it was last touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/contracts.hpp"

namespace clout::market {

/// Day of a run, counted from the first day of the warm-up.
using Day = std::uint16_t;

/// No day: never touched, or nothing scheduled.
inline constexpr Day never = 0xFFFF;

/// Share kept after whole days: 2^(-days / half_life).
class DecayTable {
 public:
  DecayTable() = default;
  /// half_life_days above 0; answers for 0 .. longest_days.
  DecayTable(double half_life_days, std::size_t longest_days);

  /// In (0, 1]; 1 for days = 0.
  float kept(unsigned days) const noexcept {
    CLOUT_DEBUG_EXPECT(days < kept_.size());
    return kept_[days];
  }

  /// By days from 0, for kernels.
  const float* by_days() const noexcept { return kept_.data(); }

 private:
  std::vector<float> kept_;
};

}  // namespace clout::market
