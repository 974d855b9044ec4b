// Response curves for programs.
#include <boost/json/array.hpp>

#include "sim/cli/json_number.hpp"
#include "sim/cli/response_output.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;

json::object interval_json(const stats::MeanInterval& interval) {
  return {{"mean", json_number(interval.mean)},
          {"low", json_number(interval.low)},
          {"high", json_number(interval.high)},
          {"replicates", interval.count}};
}

json::object estimate_json(const stats::Estimate& estimate) {
  return {{"value", json_number(estimate.value)},
          {"low", json_number(estimate.low)},
          {"high", json_number(estimate.high)}};
}

/// Interval by bootstrap over replicates, standard error about the curve.
json::object fitted_json(const stats::Estimate& estimate, double error) {
  json::object made = estimate_json(estimate);
  made["standard_error"] = json_number(error);
  return made;
}

json::value hill_json(const response::Curve& curve) {
  if (!curve.fitted) return nullptr;
  const response::FittedCurve& fitted = *curve.fitted;
  return json::object{{"level", fitted_json(fitted.gain, fitted.fit.gain.error)},
                      {"half_usd", fitted_json(fitted.half, fitted.fit.half.error)},
                      {"exponent", fitted_json(fitted.exponent, fitted.fit.exponent.error)},
                      {"residual", json_number(fitted.fit.residual)},
                      {"points", fitted.fit.count}};
}

json::object carry_json(const response::CarryOver& carry) {
  json::array weeks;
  for (std::size_t week = 0; week < carry.customers.size(); ++week) {
    weeks.push_back({{"week", week},
                     {"spent_usd", interval_json(carry.spent[week])},
                     {"incremental_customers", interval_json(carry.customers[week])}});
  }
  json::value fit = nullptr;
  if (carry.fit) {
    fit = json::object{{"carry", fitted_json(carry.carry, carry.fit->carry.error)},
                       {"half_life_weeks", json_number(carry.fit->half_life)},
                       {"customers_per_usd", json_number(carry.fit->gain.value)},
                       {"base", json_number(carry.fit->base.value)},
                       {"residual", json_number(carry.fit->residual)}};
  }
  return {{"adstock", std::move(fit)}, {"weeks", std::move(weeks)}};
}

json::object curve_json(const response::Curve& curve, const response::CarryOver& carry) {
  json::array points;
  for (const response::CurvePoint& point : curve.points) {
    points.push_back({{"budget_usd", point.budget_usd},
                      {"spent_usd", interval_json(point.spent)},
                      {"incremental", interval_json(point.outcome)},
                      {"profit_usd", interval_json(point.profit)}});
  }
  json::value tier = nullptr;
  if (curve.tier) tier = curve.name;
  return {{"roster", curve.name},
          {"tier", std::move(tier)},
          {"points", std::move(points)},
          {"hill", hill_json(curve)},
          {"marginal_roi", estimate_json(curve.money.marginal_roi)},
          {"next_step_roi", estimate_json(curve.money.next_step_roi)},
          {"saturation_usd", estimate_json(curve.money.saturation_usd)},
          {"most_spent_usd", json_number(curve.money.most_spent_usd)},
          {"carry_over", carry_json(carry)}};
}

json::object posts_json(const response::PostsSweep& sweep) {
  json::array points;
  for (const response::PostsPoint& point : sweep.points) {
    points.push_back({{"posts_per_influencer", point.posts},
                      {"posts_a_month", json_number(point.posts_a_month)},
                      {"spent_usd", interval_json(point.spent)},
                      {"incremental", interval_json(point.outcome)},
                      {"profit_usd", interval_json(point.profit)},
                      {"chance_best", json_number(point.chance_best)}});
  }
  json::value best = nullptr;
  if (sweep.best) best = sweep.points[*sweep.best].posts;
  return {{"best_posts_per_influencer", std::move(best)}, {"points", std::move(points)}};
}

}  // namespace

json::object response_json(const TitledResponse& titled) {
  const response::Response& all = titled.response;
  json::array curves;
  for (std::size_t n = 0; n < all.curves.size(); ++n)
    curves.push_back(curve_json(all.curves[n], all.carry_over[n]));
  json::value next = nullptr;
  if (all.next.curve) next = all.curves[*all.next.curve].name;
  return {{"title", titled.study.title},
          {"campaign", titled.campaign.name},
          {"budget_usd", titled.campaign.budget_usd},
          {"outcome", choice_names<response::Measure>[static_cast<std::size_t>(all.measure)]},
          {"unit", all.unit},
          {"summary", all.next.text},
          {"next_dollar",
           {{"tier", std::move(next)}, {"chance_greatest", json_number(all.next.chance)}}},
          {"curves", std::move(curves)},
          {"posts",
           {{"same_budget", posts_json(all.same_budget)},
            {"same_roster", posts_json(all.same_roster)}}},
          {"replicates", all.replicates},
          {"resamples", response::resample_count},
          {"seed", titled.study.seed},
          {"days", titled.study.days},
          {"warm_up_days", titled.study.warm_up_days},
          {"config_sha256", titled.study.config_sha256},
          {"software", titled.study.software},
          {"git_sha1", titled.study.git_sha1}};
}

}  // namespace clout::cli
