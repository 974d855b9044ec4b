// Prices of posts for influencers whose table says none.
#pragma once

#include <cstddef>

#include "sim/graph/network.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::graph {

/// Log-normal price of a post, in proportion to the nominal followers. Defaults: about $10 (5-30)
/// per 1,000 followers and a spread of 0.8, as industry pages have it, unaudited (docs/import.md).
struct PriceModel {
  double median_usd_per_1000_followers = 10;
  double log_deviation = 0.8;
};

/// Draws the unknown prices (price_per_post_usd below 0): followers / 1000 * median * e^(deviation
/// * Z), Z standard normal, one draw for each account, so that the price of an account depends on
/// the seed, the account and its followers only. Influencers without followers stay without a
/// price. Returns how many prices were drawn.
std::size_t draw_unknown_prices(Network& network, const PriceModel& model, random::Seed seed);

}  // namespace clout::graph
