// What a sponsored post of each influencer sells, on average over all that is drawn.
#pragma once

#include <vector>

#include "sim/engine/world.hpp"

namespace clout::patterns {

/// One disclosed post of one influencer.
struct PostRevenue {
  double followers = 0;  ///< F at the start, people
  market::Tier tier{};
  double revenue_usd = 0;  ///< of first purchases it leads to
  double price_usd = 0;    ///< the median of what accounts like this one ask
};

/// Of all influencers, each for its own. A first purchase comes at once, by click, or later by
/// consideration that the post sets off, at what the viewer thinks of the brand that evening.
/// Buyers, and those who consider the brand anyway, are no sale.
std::vector<PostRevenue> expected_revenue(const engine::World& world, std::size_t campaign,
                                          market::Day day);

/// Revenue per dollar of nano over that of macro accounts, for budgets that hire many of each.
double nano_over_macro(const std::vector<PostRevenue>& posts, double fixed_cost_usd = 0);

/// Of revenue per follower on followers, from 1,000 to a million, each size class alike.
double revenue_exponent(const std::vector<PostRevenue>& posts);

}  // namespace clout::patterns
