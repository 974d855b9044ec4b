#include "sim/graph/influencer_prices.hpp"

#include "sim/random/distributions.hpp"
#include "sim/random/philox.hpp"

namespace clout::graph {

std::size_t draw_unknown_prices(Network& network, const PriceModel& model, random::Seed seed) {
  const random::StreamKey key =
      stream_key(seed, random::Replicate{0}, random::Purpose::import_price);
  std::size_t drawn = 0;
  for (InfluencerProfile& profile : network.influencers) {
    if (profile.price_per_post_usd >= 0 || profile.nominal_followers <= 0) continue;
    const random::Block block = random::draw_block(key, index(profile.account), 0, 0);
    const std::uint64_t bits = std::uint64_t{block[1]} << 32U | block[0];
    const double per_1000 = random::log_normal(
        bits, portable::log(model.median_usd_per_1000_followers), model.log_deviation);
    profile.price_per_post_usd = profile.nominal_followers / 1000 * per_1000;
    ++drawn;
  }
  return drawn;
}

}  // namespace clout::graph
