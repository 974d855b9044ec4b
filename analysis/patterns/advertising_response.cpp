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

/// Sales and awareness of one market, day by day.
struct Course {
  std::vector<double> sales;
  std::vector<double> aware;  ///< who know the brand and have not bought it, less those of day 0
};

Course run_course(GoingMarket& going, const ResponseTiming& timing, const AfterDay& after_day) {
  Course course;
  double aware = 0;
  const auto end = static_cast<market::Day>(warm_up_days + timing.days());
  run_days(going, warm_up_days, end,
           [&](market::Day day, const GoingMarket& at, const engine::DayTally& tally) {
             course.sales.push_back(sales(tally));
             const auto& change = tally.brand.front().stage_change;
             aware +=
                 static_cast<double>(change[static_cast<std::size_t>(market::Stage::aware)] +
                                     change[static_cast<std::size_t>(market::Stage::considering)]);
             course.aware.push_back(aware);
             if (after_day) after_day(day, at, tally);
           });
  return course;
}

double sum_of(const std::vector<double>& days, std::size_t from, std::size_t to) {
  return std::accumulate(days.begin() + static_cast<std::ptrdiff_t>(from),
                         days.begin() + static_cast<std::ptrdiff_t>(to), 0.0);
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
  const Course without = run_course(usual, timing, after_day);
  const Course with = run_course(raised, timing, {});
  const std::size_t period = timing.period;
  const std::size_t days = without.sales.size();
  const auto extra = [](const std::vector<double>& a, const std::vector<double>& b,
                        std::size_t from,
                        std::size_t to) { return sum_of(a, from, to) - sum_of(b, from, to); };
  constexpr std::size_t week = 7;
  return {.sales = sum_of(without.sales, 0, period),
          .extra_during = extra(with.sales, without.sales, 0, period),
          .extra_after = extra(with.sales, without.sales, period, days),
          .extra_aware = extra(with.aware, without.aware, period - week, period) / week,
          .aware_days_after = extra(with.aware, without.aware, period, days)};
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

double long_over_short(const AdvertisingResponse& response) {
  return 1 + response.extra_after / response.extra_during;
}

double awareness_half_life(const AdvertisingResponse& response) {
  return std::log(2.0) * response.aware_days_after / response.extra_aware;
}

AdvertisingResponse& operator+=(AdvertisingResponse& sum, const AdvertisingResponse& other) {
  sum.sales += other.sales;
  sum.extra_during += other.extra_during;
  sum.extra_after += other.extra_after;
  sum.extra_aware += other.extra_aware;
  sum.aware_days_after += other.aware_days_after;
  return sum;
}

}  // namespace clout::patterns
