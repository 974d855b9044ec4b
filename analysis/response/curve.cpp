#include "analysis/response/curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "sim/random/portable_math.hpp"

namespace clout::response {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr stats::Estimate no_estimate{unknown, unknown, unknown};

/// One more than a Hill curve from 0 has parameters.
constexpr std::size_t fewest_points = 4;

/// Means of a curve's points over some replicates.
struct Means {
  std::vector<double> spent, outcome;
};

Means means_at(const Curve& curve, const Observations& observations, Measure measure,
               std::span<const std::size_t> positions) {
  Means means;
  for (const CurvePoint& point : curve.points) {
    const Observed& arm = observations.arms[point.arm];
    means.spent.push_back(mean_at(arm.spent_usd, positions));
    means.outcome.push_back(mean_at(arm.of(measure), positions));
  }
  return means;
}

/// Enough different amounts for a curve, and anything that responds.
bool can_be_fitted(const Means& means) {
  const std::set<double> amounts(means.spent.begin(), means.spent.end());
  const auto some = [](double value) { return value != 0; };
  return amounts.size() - amounts.count(0) >= fewest_points &&
         std::any_of(means.outcome.begin(), means.outcome.end(), some);
}

std::optional<FittedCurve> fit_curve(const Curve& curve, const Observations& observations,
                                     Measure measure, const Resamples& resamples) {
  const Means means = means_at(curve, observations, measure, everyone(observations.replicates));
  if (!can_be_fitted(means)) return std::nullopt;
  FittedCurve made;
  made.fit = stats::fit_hill(means.spent, means.outcome, stats::HillBase::zero);
  std::vector<double> gains, halves, exponents;
  for (const auto& positions : resamples) {
    const Means again = means_at(curve, observations, measure, positions);
    // A resample of replicates that all hired nobody has no curve: it counts as flat.
    made.draws.push_back(
        can_be_fitted(again)
            ? stats::refit_hill(again.spent, again.outcome, made.fit.curve, stats::HillBase::zero)
                  .curve
            : stats::HillCurve{0, 0, made.fit.curve.half, 1});
    gains.push_back(made.draws.back().gain);
    halves.push_back(made.draws.back().half);
    exponents.push_back(made.draws.back().exponent);
  }
  made.gain = over_resamples(made.fit.gain.value, gains);
  made.half = over_resamples(made.fit.half.value, halves);
  made.exponent = over_resamples(made.fit.exponent.value, exponents);
  return made;
}

/// Further contribution by a further dollar, less that dollar, from the present point to the next.
double step_roi(const Curve& curve, const Means& contribution) {
  const std::size_t from = curve.present;
  if (from + 1 >= curve.points.size()) return unknown;
  const double cost = contribution.spent[from + 1] - contribution.spent[from];
  return cost > 0 ? (contribution.outcome[from + 1] - contribution.outcome[from]) / cost - 1
                  : unknown;
}

stats::Estimate step_estimate(const Curve& curve, const Observations& observations,
                              const Resamples& resamples) {
  const auto roi = [&](std::span<const std::size_t> positions) {
    return step_roi(curve, means_at(curve, observations, Measure::contribution, positions));
  };
  std::vector<double> draws;
  for (const auto& positions : resamples) draws.push_back(roi(positions));
  return over_resamples(roi(everyone(observations.replicates)), draws);
}

Money money_of(const Curve& curve, const Observations& observations,
               const std::optional<FittedCurve>& contribution, const Resamples& resamples) {
  Money money{no_estimate, no_estimate, step_estimate(curve, observations, resamples), 0, {}};
  for (const CurvePoint& point : curve.points)
    money.most_spent_usd = std::max(money.most_spent_usd, point.spent.mean);
  if (!contribution) return money;
  const double now = curve.points[curve.present].spent.mean;
  const stats::HillCurve& whole = contribution->fit.curve;
  std::vector<double> ends;
  for (const stats::HillCurve& draw : contribution->draws) {
    money.marginal_draws.push_back(now > 0 ? stats::marginal(draw, now) - 1 : unknown);
    ends.push_back(last_worthwhile(draw, money.most_spent_usd));
  }
  money.marginal_roi =
      over_resamples(now > 0 ? stats::marginal(whole, now) - 1 : unknown, money.marginal_draws);
  money.saturation_usd = over_resamples(last_worthwhile(whole, money.most_spent_usd), ends);
  return money;
}

/// Whether an arm is a point of the tier's curve, or of the campaign's own.
bool is_point(const StudyArm& arm, const market::CampaignSpec& campaign,
              std::optional<market::Tier> tier) {
  if (arm.role != Role::budget) return false;
  if (!tier || is_own_tier(campaign, *tier)) return !arm.tier.has_value();
  return arm.tier.has_value() && *arm.tier == *tier;
}

Curve points_of(const ResponseStudy& response, const Observations& observations, Measure measure,
                std::optional<market::Tier> tier) {
  Curve curve;
  curve.tier = tier;
  curve.name = tier ? choice_names<market::Tier>[market::index(*tier)] : "own roster";
  const market::CampaignSpec& campaign = campaign_of(response);
  for (std::size_t arm = 0; arm < response.arms.size(); ++arm) {
    const StudyArm& about = response.arms[arm];
    if (!is_point(about, campaign, tier)) continue;
    if (about.budget_usd == campaign.budget_usd) curve.present = curve.points.size();
    const Observed& observed = observations.arms[arm];
    curve.points.push_back({about.budget_usd, arm, stats::mean_interval(observed.spent_usd),
                            stats::mean_interval(observed.of(measure)),
                            stats::mean_interval(observed.profit_usd())});
  }
  return curve;
}

}  // namespace

double last_worthwhile(const stats::HillCurve& curve, double most) {
  if (curve.gain <= 0 || most <= 0) return 0;
  const double n = curve.exponent;
  // The marginal rises up to here and falls beyond; concave curves are steepest at 0.
  const double steepest =
      n > 1 ? curve.half * portable::exp(portable::log((n - 1) / (n + 1)) / n) : 0;
  if (stats::marginal(curve, most) >= 1) return most;
  double worthwhile = std::min(steepest, most);
  if (stats::marginal(curve, worthwhile) < 1) return 0;
  double beyond = most;
  constexpr int halvings = 60;  // to the last digit
  for (int i = 0; i < halvings; ++i) {
    const double middle = 0.5 * (worthwhile + beyond);
    (stats::marginal(curve, middle) >= 1 ? worthwhile : beyond) = middle;
  }
  return worthwhile;
}

std::vector<Curve> curves_of(const ResponseStudy& response, const Observations& observations,
                             Measure measure, const Resamples& resamples) {
  std::vector<std::optional<market::Tier>> wanted{std::nullopt};
  wanted.insert(wanted.end(), response.tiers.begin(), response.tiers.end());
  std::vector<Curve> curves;
  for (const auto& tier : wanted) {
    Curve curve = points_of(response, observations, measure, tier);
    curve.fitted = fit_curve(curve, observations, measure, resamples);
    const auto contribution =
        measure == Measure::contribution
            ? curve.fitted
            : fit_curve(curve, observations, Measure::contribution, resamples);
    curve.money = money_of(curve, observations, contribution, resamples);
    curves.push_back(std::move(curve));
  }
  return curves;
}

}  // namespace clout::response
