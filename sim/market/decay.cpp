#include "sim/market/decay.hpp"

#include "sim/random/portable_math.hpp"

namespace clout::market {

DecayTable::DecayTable(double half_life_days, std::size_t longest_days) : kept_(longest_days + 1) {
  CLOUT_EXPECT(half_life_days > 0);
  for (std::size_t days = 0; days <= longest_days; ++days)
    kept_[days] = static_cast<float>(portable::exp2(-static_cast<double>(days) / half_life_days));
}

}  // namespace clout::market
