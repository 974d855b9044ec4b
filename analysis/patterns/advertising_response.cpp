#include "analysis/patterns/advertising_response.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/market/tier_of.hpp"

namespace clout::patterns {

namespace {

constexpr double advertising_to_sales = 0.05;
constexpr double more = 0.5;  ///< of the usual budget

/// Influencers as campaigns ask them.
std::vector<engine::InfluencerIndex> asked_order(const engine::World& world) {
  std::vector<engine::InfluencerIndex> order(world.influencers.size());
  std::iota(order.begin(), order.end(), engine::InfluencerIndex{0});
  std::ranges::sort(order, {}, [&](engine::InfluencerIndex number) {
    return std::pair(world.influencers[number].traits.priority, number);
  });
  return order;
}

double price_of(const engine::World& world, engine::InfluencerIndex number) {
  const engine::Influencer& each = world.influencers[number];
  return market::price_of_post(world.arm->platform.prices, each.tier, each.followers,
                               each.traits.price_z);
}

/// Posts on days [from, to), one by each influencer in turn from a place in the order on, as soon
/// as the money saved up pays for it.
void plan_spending(engine::World& world, const std::vector<engine::InfluencerIndex>& order,
                   std::size_t place, double usd_per_day, market::Day from, market::Day to) {
  double saved = 0;
  for (market::Day day = from; day < to; ++day) {
    saved += usd_per_day;
    for (double price = price_of(world, order[place]); price <= saved;
         price = price_of(world, order[place])) {
      saved -= price;
      plan_post(world, 0, order[place], day);
      place = (place + 1) % order.size();
    }
  }
}

/// US dollars a day.
double usual_spending(const engine::World& world, double monthly_sales) {
  constexpr double month = 28;
  return advertising_to_sales * monthly_sales / month * world.arm->brands.front().price_usd *
         world.network->people_per_agent;
}

/// Sales on days [from, to).
double sales_of(GoingMarket& going, market::Day from, market::Day to,
                const AfterDay& after_day = {}) {
  double sum = 0;
  run_days(going, from, to,
           [&](market::Day day, const GoingMarket& at, const engine::DayTally& tally) {
             sum += sales(tally);
             if (after_day) after_day(day, at, tally);
           });
  return sum;
}

constexpr market::Day silent_days = 28;

/// Share that has not forgotten the brand, day by day of those who could: who bought it no longer
/// counts. NaN if nobody could.
double remembered_in_silence(GoingMarket going, market::Day from) {
  const auto could_forget = [](const market::BrandState& brand) {
    return (brand.stage == market::Stage::aware || brand.stage == market::Stage::considering) &&
           (brand.marks & market::familiar) == 0;
  };
  std::vector<AccountId> know;
  for (std::size_t i = 0; i < going.world.accounts(); ++i) {
    if (could_forget(going.world.brand_state(account_at(i), 0))) know.push_back(account_at(i));
  }
  double left = know.empty() ? std::nan("") : 1;
  going.world.planned.clear();
  run_days(going, from, from + silent_days,
           [&](market::Day, const GoingMarket& at, const engine::DayTally&) {
             const auto before = static_cast<double>(know.size());
             const auto forgot = std::erase_if(know, [&](AccountId who) {
               return at.world.brand_state(who, 0).stage == market::Stage::unaware;
             });
             if (before > 0) left *= 1 - static_cast<double>(forgot) / before;
             std::erase_if(
                 know, [&](AccountId who) { return !could_forget(at.world.brand_state(who, 0)); });
           });
  return left;
}

}  // namespace

double sales(const engine::DayTally& day) {
  const engine::BrandTally& brand = day.brand.front();
  return static_cast<double>(brand.first_purchases + brand.repeat_purchases);
}

AdvertisingResponse advertising_response(const GoingMarket& going, double monthly_sales,
                                         const ResponseTiming& timing, const AfterDay& after_day) {
  const double usd_per_day = usual_spending(going.world, monthly_sales);
  const auto stop = static_cast<market::Day>(warm_up_days + timing.period);
  const auto end = static_cast<market::Day>(warm_up_days + timing.days());
  const auto order = asked_order(going.world);
  GoingMarket usual(going);
  plan_spending(usual.world, order, 0, usd_per_day, warm_up_days, end);
  GoingMarket raised(going);
  raised.world.planned = usual.world.planned;
  plan_spending(raised.world, order, order.size() / 2, more * usd_per_day, warm_up_days, stop);
  AdvertisingResponse response;
  response.sales = sales_of(usual, warm_up_days, stop, after_day);
  response.extra_during = sales_of(raised, warm_up_days, stop) - response.sales;
  response.remembered = remembered_in_silence(GoingMarket(usual), stop);
  response.extra_after = (sales_of(raised, stop, end) - sales_of(usual, stop, end, after_day)) *
                         long_run_days / timing.after;
  return response;
}

void run_always_on(const Lab& lab, const engine::Arm& arm, random::Replicate replicate,
                   const ResponseTiming& timing, const AfterDay& after_day) {
  double monthly_sales = 0;
  GoingMarket going =
      warm_market(lab, arm, replicate, timing.days(),
                  [&](market::Day day, const GoingMarket& at, const engine::DayTally& tally) {
                    monthly_sales += sales(tally);
                    after_day(day, at, tally);
                  });
  const auto end = static_cast<market::Day>(warm_up_days + timing.days());
  plan_spending(going.world, asked_order(going.world), 0,
                usual_spending(going.world, monthly_sales), warm_up_days, end);
  run_days(going, warm_up_days, end, after_day);
}

double short_run_elasticity(const AdvertisingResponse& response) {
  return std::log1p(response.extra_during / response.sales) / std::log1p(more);
}

double awareness_half_life(const AdvertisingResponse& response) {
  return silent_days * std::log(0.5) / std::log(response.remembered);
}

}  // namespace clout::patterns
