#include "analysis/report/figures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace clout::report {

namespace {

using Input = FigureInput;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A count of agents in people.
double people(const Input& in, std::int64_t agents) {
  return static_cast<double>(agents) * in.study.people_per_agent;
}

/// Not defined for nothing or less.
double ratio(double over, double under) { return under > 0 ? over / under : unknown; }

std::int64_t at_least(const Totals& arm, std::size_t stage) {
  return std::accumulate(arm.stage_end.begin() + static_cast<std::ptrdiff_t>(stage),
                         arm.stage_end.end(), std::int64_t{0});
}

std::int64_t purchases(const Totals& arm) {
  return arm.brand.first_purchases + arm.brand.repeat_purchases;
}

/// What the arm has more than the idle one, in the same replicate.
template <typename Value>
double beyond_idle(const Input& in, Value value) {
  return in.idle == nullptr ? unknown : value(in.arm) - value(*in.idle);
}

double customers_won(const Input& in) {
  return beyond_idle(in, [&](const Totals& t) { return people(in, t.brand.first_purchases); });
}

/// The largest lead in customers that a day ended with, less the lead that is left: buyers who
/// would have come anyway, and came earlier.
double customers_earlier(const Input& in) {
  if (in.idle == nullptr) return unknown;
  std::int64_t peak = 0;
  std::int64_t lead = 0;
  for (std::size_t day = 0; day < in.arm.customers_by_day.size(); ++day) {
    lead = in.arm.customers_by_day[day] - in.idle->customers_by_day[day];
    peak = std::max(peak, lead);
  }
  return people(in, peak - std::max<std::int64_t>(lead, 0));
}

double contribution_won(const Input& in) {
  return beyond_idle(in, [](const Totals& t) { return t.contribution_usd; });
}

/// Of the idle arm 0: doing nothing is an alternative.
double profit(const Input& in) { return contribution_won(in) - in.arm.spent_usd; }

std::vector<Figure> reach_figures() {
  return {
      {"impressions", "people", Better::more, false,
       "views of the campaigns' posts: reach with repetition",
       [](const Input& in) { return people(in, in.arm.brand.impressions); }},
      {"reached", "people", Better::more, true,
       "people who saw at least one of the campaigns' posts: unique reach",
       [](const Input& in) { return people(in, in.arm.brand.reached); }},
      {"reached_share", "share", Better::more, false,
       "reached / all people; a mean over brands if several are advertised",
       [](const Input& in) {
         return ratio(static_cast<double>(in.arm.brand.reached),
                      static_cast<double>(in.study.accounts) *
                          static_cast<double>(advertised_brands(in.study).size()));
       }},
      {"frequency", "1", Better::neither, true, "impressions / reached",
       [](const Input& in) {
         return ratio(static_cast<double>(in.arm.brand.impressions),
                      static_cast<double>(in.arm.brand.reached));
       }},
      {"variety", "share", Better::more, true,
       "entropy of the home niches of those reached / its largest value: 0% one niche, 100% all "
       "niches alike",
       [](const Input& in) {
         return in.arm.brand.reached > 0 ? evenness(in.arm.reached_in_niche) : unknown;
       }},
      {"posts", "1", Better::neither, false, "posts of the campaigns",
       [](const Input& in) { return static_cast<double>(in.arm.posts); }},
  };
}

std::vector<Figure> response_figures() {
  return {
      {"engagements", "people", Better::more, true, "engagements with the campaigns' posts",
       [](const Input& in) { return people(in, in.arm.brand.engagements); }},
      {"engagement_rate", "share", Better::more, true, "engagements / impressions",
       [](const Input& in) {
         return ratio(static_cast<double>(in.arm.brand.engagements),
                      static_cast<double>(in.arm.brand.impressions));
       }},
      {"engagement_by_followers", "share", Better::more, false,
       "engagements / followers of the authors, summed over the campaigns' posts",
       [](const Input& in) {
         return ratio(people(in, in.arm.brand.engagements), in.arm.followers);
       }},
      {"clicks", "people", Better::more, true, "clicks on the campaigns' posts",
       [](const Input& in) { return people(in, in.arm.brand.clicks); }},
      {"click_rate", "share", Better::more, false, "clicks / impressions",
       [](const Input& in) {
         return ratio(static_cast<double>(in.arm.brand.clicks),
                      static_cast<double>(in.arm.brand.impressions));
       }},
      {"talks", "people", Better::more, false, "posts of word of mouth about the brand",
       [](const Input& in) { return people(in, in.arm.brand.talks); }},
      {"heard", "people", Better::more, false, "views of those posts",
       [](const Input& in) { return people(in, in.arm.brand.heard); }},
      {"heard_negative_share", "share", Better::less, false, "views of negative ones / heard",
       [](const Input& in) {
         return ratio(static_cast<double>(in.arm.brand.heard_negative),
                      static_cast<double>(in.arm.brand.heard));
       }},
  };
}

std::vector<Figure> buying_figures() {
  return {
      {"aware", "people", Better::more, false,
       "people at the end who are aware of the brand, consider it or have bought it",
       [](const Input& in) { return people(in, at_least(in.arm, 1)); }},
      {"considering", "people", Better::more, false,
       "people at the end who consider the brand or have bought it",
       [](const Input& in) { return people(in, at_least(in.arm, 2)); }},
      {"first_purchases", "people", Better::more, true,
       "people who bought for the first time: new customers, those who come anyway included",
       [](const Input& in) { return people(in, in.arm.brand.first_purchases); }},
      {"repeat_purchases", "people", Better::more, false, "purchases after the first",
       [](const Input& in) { return people(in, in.arm.brand.repeat_purchases); }},
      {"repeat_share", "share", Better::more, false, "repeat_purchases / all purchases",
       [](const Input& in) {
         return ratio(static_cast<double>(in.arm.brand.repeat_purchases),
                      static_cast<double>(purchases(in.arm)));
       }},
      {"buyers_kept", "share", Better::more, true,
       "buyers at the end who bought again and were not disappointed / all buyers",
       [](const Input& in) {
         return ratio(static_cast<double>(at_least(in.arm, 4)),
                      static_cast<double>(at_least(in.arm, 3)));
       }},
      {"incremental_customers", "people", Better::more, true,
       "first_purchases less those of the arm without campaigns in the same replicate",
       customers_won, true},
      {"accelerated_customers", "people", Better::neither, false,
       "largest lead in customers over the arm without campaigns that a day ended with, less the "
       "lead at the end: bought earlier, not more; never negative, so luck alone gives a little",
       customers_earlier},
      {"incremental_purchases", "people", Better::more, false,
       "all purchases less those of the arm without campaigns in the same replicate",
       [](const Input& in) {
         return beyond_idle(in, [&](const Totals& t) { return people(in, purchases(t)); });
       },
       true},
  };
}

std::vector<Figure> money_figures() {
  return {
      {"revenue", "USD", Better::more, false, "all purchases x price",
       [](const Input& in) { return in.arm.revenue_usd; }},
      {"contribution", "USD", Better::more, false, "revenue x margin, before the campaigns' cost",
       [](const Input& in) { return in.arm.contribution_usd; }},
      {"cost", "USD", Better::neither, true, "what the campaigns spent",
       [](const Input& in) { return in.arm.spent_usd; }},
      {"incremental_revenue", "USD", Better::more, false,
       "revenue less that of the arm without campaigns in the same replicate",
       [](const Input& in) {
         return beyond_idle(in, [](const Totals& t) { return t.revenue_usd; });
       },
       true},
      {"profit", "USD", Better::more, true,
       "contribution less that of the arm without campaigns, less cost", profit, true},
      {"roi", "share", Better::more, true, "profit / cost: what a dollar brought beyond itself",
       [](const Input& in) { return ratio(profit(in), in.arm.spent_usd); }, true},
      {"cost_per_thousand", "USD", Better::less, true, "1000 x cost / impressions",
       [](const Input& in) {
         return in.arm.spent_usd > 0
                    ? ratio(1000 * in.arm.spent_usd, people(in, in.arm.brand.impressions))
                    : unknown;
       }},
      {"cost_per_engagement", "USD", Better::less, false, "cost / engagements",
       [](const Input& in) {
         return in.arm.spent_usd > 0 ? ratio(in.arm.spent_usd, people(in, in.arm.brand.engagements))
                                     : unknown;
       }},
      {"cost_per_click", "USD", Better::less, false, "cost / clicks",
       [](const Input& in) {
         return in.arm.spent_usd > 0 ? ratio(in.arm.spent_usd, people(in, in.arm.brand.clicks))
                                     : unknown;
       }},
      {"cost_per_customer", "USD", Better::less, true,
       "cost / incremental_customers; not given if a replicate won none",
       [](const Input& in) {
         return in.arm.spent_usd > 0 ? ratio(in.arm.spent_usd, customers_won(in)) : unknown;
       }},
  };
}

}  // namespace

double evenness(std::span<const std::int64_t> counts) {
  const auto sum =
      static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
  if (sum <= 0 || counts.size() < 2) return 0;
  double entropy = 0;
  for (const std::int64_t count : counts) {
    const double share = static_cast<double>(count) / sum;
    if (count > 0) entropy -= share * std::log(share);
  }
  return entropy / std::log(static_cast<double>(counts.size()));
}

std::vector<Figure> all_figures() {
  std::vector<Figure> figures;
  for (auto group :
       {reach_figures, response_figures, buying_figures, money_figures, tier_figures}) {
    for (Figure& each : group()) figures.push_back(std::move(each));
  }
  return figures;
}

std::string figure_of_objective(std::string_view objective) {
  if (objective == "awareness") return "reached";
  if (objective == "engagement") return "engagements";
  return "first_purchases";
}

}  // namespace clout::report
