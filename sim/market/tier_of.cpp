#include "sim/market/tier_of.hpp"

#include <algorithm>

#include "sim/random/portable_math.hpp"

namespace clout::market {

std::optional<Tier> tier_of(const TierSpec& spec, double followers) {
  if (followers < spec.nano_from) return std::nullopt;
  if (followers >= spec.celebrity_from) return Tier::celebrity;
  if (followers >= spec.mega_from) return Tier::mega;
  if (followers >= spec.macro_from) return Tier::macro;
  if (followers >= spec.mid_from) return Tier::mid;
  const bool nano = spec.micro == MicroDefinition::narrow && followers < spec.micro_from;
  return nano ? Tier::nano : Tier::micro;
}

double price_of_post(const PriceSpec& spec, Tier tier, double followers, double z) {
  const double per_1k[] = {spec.nano_usd_per_1k,  spec.micro_usd_per_1k, spec.mid_usd_per_1k,
                           spec.macro_usd_per_1k, spec.mega_usd_per_1k,  spec.celebrity_usd_per_1k};
  const double price = per_1k[index(tier)] * followers / 1000 * portable::exp(spec.sigma * z);
  return std::max(price, spec.smallest_price_usd);
}

}  // namespace clout::market
